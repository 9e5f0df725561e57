/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The words by which lists name their columns, kinds and states, in English, German, French,
 * Spanish and Portuguese, and as the exports of trackers and OKR tools write them. Written folded:
 * lower case, one space between words. To teach the reader a new word, add it here. */

#include "config.h"

#include "io/sl-csv-private.h"

#include <string.h>

#include "base/sl-text.h"

/* Several words of one meaning, separated by '|'; @weak ones mean it only where no column has one
 * of the others. A header may also only end in one of @endings ("planned start") or begin with one.
 */
static const struct
{
  SlCsvRole role;
  const char *words;
  const char *weak;
  const char *endings;
} roles[] = {
  { SL_CSV_TITLE,
    "tarefa|tarefas|nome da tarefa|nome|objetivo estratégico|"
    "title|name|task|task name|tasks|goal|goals|goal name|goal title|objective|objectives|"
    "objective name|summary|activity|activities|milestone name|work item|key result|key results|"
    "initiative|initiatives|todo|to do|headline|"
    "ziel|ziele|zielname|teilziel|oberziel|aufgabe|aufgaben|vorgang|vorgänge|vorgangsname|"
    "aufgabenname|titel|bezeichnung|thema|betreff|massnahme|massnahmen|arbeitspaket|"
    "titre|nom|tâche|tâches|nom de la tâche|objectif|objectifs|but|buts|intitulé|libellé|activité|"
    "título|titulo|nombre|tarea|tareas|nombre de tarea|nombre de la tarea|objetivo|objetivos|meta|"
    "metas|actividad|asunto",
    "subject|item|issue|milestone|what|deliverable|project|action|topic|"
    "meilenstein|was|projekt|aktion|jalon|sujet|quoi|projet|action|hito|qué|proyecto|acción",
    NULL },
  { SL_CSV_ID,
    "id|key|issue key|identifier|goal id|goal identifier|objective id|task id|item id|row id|"
    "unique id|external id|"
    "kennung|schlüssel|ziel nr|eindeutige nr.|identifiant|clé|id unique|"
    "identificador|clave|código|id único",
    "uid|guid|uuid|no|no.|nr|nr.|number|#|issue id|sequence id|nummer|lfd. nr.|lfd nr|"
    "vorgangsnummer|numéro|n°|número|núm.",
    NULL },
  { SL_CSV_PARENT,
    "parent|parent id|parent key|parent goal|parent goal id|parent task|parent objective|"
    "parent objective id|parent name|parent title|parent issue|parent item|parent row id|"
    "parent row ids|part of|belongs to|supports|aligned to|aligned with|aligns to|contributes to|"
    "alignment|epic link|parent link|"
    "übergeordnet|übergeordnetes ziel|übergeordnete aufgabe|übergeordneter vorgang|"
    "übergeordnete id|eltern|elternelement|gehört zu|teil von|zahlt ein auf|"
    "objectif parent|tâche parente|élément parent|rattaché à|fait partie de|id parent|"
    "padre|objetivo padre|tarea padre|objetivo superior|superior|parte de|id padre",
    NULL, NULL },
  { SL_CSV_OUTLINE,
    "código da edt|"
    "wbs|wbs code|wbs number|outline|outline number|bsi|"
    "psp|psp code|psp nr|psp nr.|gliederung|gliederungsnummer|gliederungscode|strukturplan code|"
    "edt|code wbs|n° hiérarchique|numéro hiérarchique|numéro de plan|"
    "número de esquema|código edt",
    "section", NULL },
  { SL_CSV_LEVEL,
    "nível|"
    "level|outline level|indent|indent level|indentation|depth|hierarchy level|"
    "ebene|gliederungsebene|stufe|einzug|niveau|niveau hiérarchique|profondeur|"
    "nivel|nivel de esquema|profundidad",
    NULL, NULL },
  { SL_CSV_OWNER,
    "responsável|"
    "owner|owners|owner name|owner email|goal owner|objective owner|task owner|responsible|"
    "responsible person|person responsible|responsibility|assigned to|assignee|assigned|"
    "accountable|dri|"
    "verantwortlich|verantwortliche|verantwortlicher|verantwortung|zuständig|zuständigkeit|"
    "besitzer|bearbeiter|eigentümer|inhaber|zugewiesen an|federführung|"
    "responsable|propriétaire|assigné à|attribué à|pilote|porteur|"
    "propietario|asignado a|dueño|encargado",
    "person|who|lead|driver|in charge|coordinator|koordinator|coordinateur|wer|qui|quién",
    "owner|verantwortlicher" },
  { SL_CSV_PEOPLE,
    "nomes dos recursos|"
    "resource|resources|resource names|assignees|people|participants|team members|members|"
    "ressource|ressourcen|ressourcennamen|beteiligte|mitarbeiter|mitwirkende|"
    "ressources|noms ressources|personnes|"
    "recurso|recursos|nombres de los recursos|participantes|personas",
    NULL, NULL },
  { SL_CSV_START,
    "início|inicio|data de início|data de inicio|"
    "start|start date|start time|starts|begin|begins|begin date|beginning|planned start|start on|"
    "anfang|anfangsdatum|beginn|beginndatum|startdatum|starttermin|anfangstermin|geplanter anfang|"
    "geplanter beginn|début|debut|date de début|date début|commence|commencement|"
    "inicio|fecha de inicio|fecha inicio|comienzo|fecha de comienzo",
    "from|from date|von|ab|desde", "start|start date|anfang|beginn" },
  { SL_CSV_DUE,
    "fertig stellen|fertigstellen|fertigstellung|término|termino|fim|prazo|data de término|data de "
    "conclusão|vencimento|"
    "due|due date|due on|deadline|end|end date|ends|finish|finish date|finishes|target date|"
    "completion date|complete by|by when|planned end|planned finish|delivery date|"
    "ende|enddatum|endtermin|fertig bis|fertigstellungstermin|fällig|fällig am|fälligkeit|"
    "fälligkeitsdatum|termin|frist|bis wann|abgabe|abgabetermin|zieldatum|zieltermin|stichtag|"
    "geplantes ende|fin|date de fin|date fin|échéance|date d'échéance|date limite|terme|livraison|"
    "fecha de fin|fecha fin|fecha final|vencimiento|fecha de vencimiento|fecha límite|plazo|"
    "término|entrega",
    "date|until|to|by|when|datum|bis|wann|quand|cuándo|hasta|fecha",
    "due date|deadline|end date|finish|finish date|enddatum|zieldatum" },
  { SL_CSV_DURATION,
    "duração|"
    "duration|dauer|durée|duración",
    "length|days|tage|jours|días", "duration|dauer" },
  { SL_CSV_EFFORT,
    "trabalho|esforço|"
    "effort|work|person days|man days|estimated effort|aufwand|arbeit|personentage|travail|"
    "charge|charge de travail|jours homme|trabajo|esfuerzo|días persona",
    "pt|pd", "effort|aufwand" },
  { SL_CSV_PROGRESS,
    "% concluída|% concluído|porcentagem concluída|"
    "progress|% complete|percent complete|% done|completion|percentage|percent|%|done %|"
    "% completed|progress %|progress (%)|complete %|completed %|percentage complete|"
    "fortschritt|fertig %|% fertig|% abgeschlossen|prozent|erledigt %|% erledigt|"
    "fertigstellungsgrad|erfüllungsgrad|fortschritt %|"
    "avancement|progression|% achevé|% d'avancement|% avancement|% terminé|pourcentage|"
    "progreso|avance|% completado|% de avance|% avance|porcentaje|porcentaje completado",
    "complete|abgeschlossen", "progress|fortschritt|avancement" },
  { SL_CSV_STATUS,
    "situação|"
    "status|state|state name|stage|goal status|task status|status category|"
    "zustand|statut|état|etat|estado|situación",
    "condition|stand", "status" },
  { SL_CSV_MEASURE,
    "measure|measures|measured by|kpi|kpis|metric|metrics|target value|success criteria|"
    "success criterion|success measure|indicator|acceptance criteria|"
    "messgrösse|kennzahl|kennzahlen|zielwert|erfolgskriterium|erfolgskriterien|massstab|"
    "indikator|messbar an|gemessen an|"
    "mesure|indicateur|indicateurs|critère de succès|critères de succès|valeur cible|"
    "indicador|indicadores|medida|métrica|criterio de éxito|valor objetivo",
    "target|unit", NULL },
  { SL_CSV_NOTE,
    "notas|observações|descrição|"
    "notes|note|description|comment|comments|remark|remarks|"
    "notizen|notiz|beschreibung|bemerkung|bemerkungen|kommentar|kommentare|anmerkung|anmerkungen|"
    "erläuterung|hinweis|remarque|remarques|commentaire|commentaires|"
    "nota|notas|comentario|comentarios|descripción|descripcion|observaciones",
    "details|documentation|body|text|détails|detalles", NULL },
  { SL_CSV_BEFORE,
    "predecessoras|"
    "predecessors|predecessor|depends on|dependency|dependencies|blocked by|waits for|precursors|"
    "prerequisites|"
    "vorgänger|abhängig von|abhängigkeit|abhängigkeiten|wartet auf|voraussetzung|voraussetzungen|"
    "prédécesseurs|prédécesseur|dépend de|dépendances|"
    "predecesores|predecesor|predecesoras|predecesora|depende de|dependencias",
    "after|nach|après|después de", NULL },
  { SL_CSV_TYPE,
    "type|kind|item type|issue type|work item type|goal type|task type|"
    "typ|art|vorgangstyp|zieltyp|tipo",
    "nature|genre|clase", NULL },
};

/* Words behind which stands another date, number or person than the one that is wanted. */
static const char *const misleading[]
    = { "created", "updated",  "modified", "actual",   "baseline", "completed at",
        "closed",  "resolved", "archived", "last",     "assigner", "reporter",
        "count",   "ist",      "erstellt", "geändert", NULL };

char *
sl_csv_normalise_header (const char *header)
{
  g_autofree char *folded = sl_text_fold (header);
  GString *plain = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '_' || c == '-' || c == '/' || c == ':' || c == '*' || g_unichar_isspace (c))
        c = ' ';
      if (c == 0x2019)
        c = '\'';
      if (c == ' ' && (plain->len == 0 || plain->str[plain->len - 1] == ' '))
        continue;
      g_string_append_unichar (plain, c);
    }
  g_strchomp (plain->str);
  return g_string_free (plain, FALSE);
}

/* Whether @word is one of the '|'-separated @words. */
static gboolean
is_among (const char *word, const char *words)
{
  gsize length = strlen (word);

  for (const char *p = words; p != NULL; p = strchr (p, '|'))
    {
      p += *p == '|';
      if (strncmp (p, word, length) == 0 && (p[length] == '|' || p[length] == '\0'))
        return TRUE;
    }
  return FALSE;
}

/* Length of the longest of @endings that @header ends in as whole words, or begins with. */
static guint
match_ending (const char *header, const char *endings)
{
  g_auto (GStrv) list = g_strsplit (endings != NULL ? endings : "", "|", -1);
  gsize length = strlen (header);
  guint best = 0;

  for (guint i = 0; list[i] != NULL; i++)
    {
      gsize n = strlen (list[i]);

      if (n == 0 || n >= length)
        continue;
      if ((g_str_has_suffix (header, list[i]) && header[length - n - 1] == ' ')
          || (g_str_has_prefix (header, list[i]) && header[n] == ' '))
        best = MAX (best, (guint)n);
    }
  return best;
}

static gboolean
is_misleading (const char *header)
{
  for (guint i = 0; misleading[i] != NULL; i++)
    if (g_str_has_prefix (header, misleading[i]) || strstr (header, "email id") != NULL)
      return TRUE;
  return FALSE;
}

static SlCsvRole
match_header (const char *header, guint *score)
{
  SlCsvRole best = SL_CSV_IGNORE;

  *score = 0;
  if (*header == '\0')
    return SL_CSV_IGNORE;
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (is_among (header, roles[i].words) || is_among (header, roles[i].weak))
      {
        *score = is_among (header, roles[i].words) ? 100 : 80;
        return roles[i].role;
      }
  if (is_misleading (header))
    return SL_CSV_IGNORE;
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      guint n = match_ending (header, roles[i].endings);

      if (n > *score)
        {
          *score = MIN (n, 60);
          best = roles[i].role;
        }
    }
  return best;
}

SlCsvRole
sl_csv_role_of_header (const char *header, guint *score)
{
  g_autofree char *normal = sl_csv_normalise_header (header);
  char *open = strchr (normal, '(');
  char *close = open != NULL ? strchr (open, ')') : NULL;
  guint unused;
  SlCsvRole role;

  score = score != NULL ? score : &unused;
  role = match_header (normal, score);
  if (role != SL_CSV_IGNORE || close == NULL)
    return role;
  /* "Custom field (Start date)" of Jira means what is inside, "Effort (days)" what is outside. */
  *close = '\0';
  if (g_str_has_prefix (normal, "custom field "))
    role = match_header (open + 1, score);
  else if (open > normal)
    {
      *open = '\0';
      role = match_header (g_strchomp (normal), score);
    }
  *score = *score * 9 / 10;
  return role;
}

guint
sl_csv_rank_of_header (const char *header)
{
  static const char *const chain[] = {
    "vision|mission|theme|strategic goal|vision/mission|strategisches ziel|oberziel",
    "objective|objectives|goal|goals|ziel|ziele|objectif|objectifs|objetivo|objetivos",
    "key result|key results|sub goal|subgoal|sub objective|schlüsselergebnis|teilziel|"
    "résultat clé|sous objectif|resultado clave|subobjetivo",
    "initiative|initiatives|project|massnahme|massnahmen|projekt|projet|iniciativa|"
    "proyecto",
    "task|tasks|task name|aufgabe|aufgaben|vorgang|tâche|tâches|tarea|tareas",
    "subtask|sub task|teilaufgabe|unteraufgabe|sous tâche|subtarea",
  };
  g_autofree char *normal = sl_csv_normalise_header (header);

  for (guint i = 0; i < G_N_ELEMENTS (chain); i++)
    if (is_among (normal, chain[i]))
      return i + 1;
  return 0;
}

gboolean
sl_csv_type_of_word (const char *cell, gboolean rows_are_goals, SlImportItemType *type, guint *rank)
{
  static const struct
  {
    const char *words;
    SlImportItemType type;
    guint rank;
  } types[] = {
    { "goal|objective|okr|theme|vision|ziel|oberziel|objectif|but|objetivo|meta", SL_IMPORT_GOAL,
      1 },
    { "key result|kr|sub goal|subgoal|kpi|schlüsselergebnis|teilziel|résultat clé|resultado clave",
      SL_IMPORT_GOAL, 2 },
    { "milestone|meilenstein|jalon|hito", SL_IMPORT_MILESTONE, 3 },
    { "task|initiative|project|epic|story|action|activity|bug|issue|aufgabe|vorgang|massnahme|"
      "initiative|projekt|arbeitspaket|summary|sammelvorgang|tâche|activité|projet|"
      "tarea|actividad|proyecto|iniciativa",
      SL_IMPORT_TASK, 3 },
    { "subtask|sub task|teilaufgabe|unteraufgabe|sous tâche|subtarea", SL_IMPORT_TASK, 4 },
  };
  g_autofree char *normal = sl_csv_normalise_header (cell);

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (is_among (normal, types[i].words))
      {
        *type = types[i].type;
        *rank = types[i].rank;
        return TRUE;
      }
  *type = rows_are_goals ? SL_IMPORT_GOAL : SL_IMPORT_TASK;
  *rank = 0;
  return FALSE;
}

gboolean
sl_csv_status_of_word (const char *cell, gint64 *goal_status, gint64 *task_status)
{
  static const struct
  {
    const char *words;
    SlGoalStatus goal;
    SlTaskStatus task;
  } statuses[] = {
    { "done|complete|completed|closed|finished|reached|achieved|resolved|erledigt|fertig|"
      "abgeschlossen|erreicht|geschlossen|terminé|terminée|fini|achevé|atteint|clos|hecho|"
      "completado|completada|terminado|terminada|cerrado|alcanzado|yes|ja",
      SL_GOAL_DONE, SL_TASK_DONE },
    { "draft|proposed|idea|suggested|backlog|entwurf|vorschlag|idee|brouillon|proposé|borrador|"
      "propuesto",
      SL_GOAL_DRAFT, SL_TASK_OPEN },
    { "open|to do|todo|new|not started|not reached|planned|pending|offen|neu|geplant|"
      "nicht begonnen|à faire|ouvert|nouveau|planifié|non commencé|non démarré|abierto|por hacer|"
      "pendiente|nuevo|planificado|no iniciado|no comenzado",
      SL_GOAL_ACTIVE, SL_TASK_OPEN },
    { "active|in progress|on track|doing|started|running|ongoing|at risk|behind|off track|late|"
      "delayed|in review|in arbeit|in bearbeitung|läuft|laufend|aktiv|begonnen|gefährdet|verspätet|"
      "im plan|en cours|actif|démarré|en retard|à risque|en curso|en progreso|activo|iniciado|"
      "retrasado|en riesgo",
      SL_GOAL_ACTIVE, SL_TASK_ACTIVE },
    { "parked|on hold|paused|blocked|waiting|deferred|postponed|pausiert|zurückgestellt|wartet|"
      "wartend|blockiert|verschoben|en attente|en pause|bloqué|reporté|suspendu|en pausa|"
      "en espera|bloqueado|aplazado|suspendido",
      SL_GOAL_PARKED, SL_TASK_PARKED },
    { "dropped|cancelled|canceled|rejected|abandoned|archived|abgebrochen|verworfen|gestrichen|"
      "storniert|annulé|abandonné|rejeté|cancelado|cancelada|abandonado|rechazado",
      SL_GOAL_DROPPED, SL_TASK_DROPPED },
  };
  g_autofree char *normal = sl_csv_normalise_header (cell);

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    if (is_among (normal, statuses[i].words))
      {
        *goal_status = statuses[i].goal;
        *task_status = statuses[i].task;
        return TRUE;
      }
  return FALSE;
}
