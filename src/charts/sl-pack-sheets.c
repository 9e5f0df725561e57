/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cover and decision sheet of a pack. Both fill one page: what must stand there is measured first,
 * lists that leave no room end with a count. */

#include "config.h"

#include "sl-pack-sheets.h"

#include <glib/gi18n-lib.h>

#include "base/sl-date-text.h"
#include "matrix/sl-matrix.h"
#include "sl-page-frame.h"
#include "sl-scene-private.h"
#include "sl-words.h"

#define DEFAULT_MARGIN 36.0
#define ROW_HEIGHT 30.0
#define BOX 8.0
#define PARTY_WIDTH 170.0
#define MAX_QUESTIONS 8
/* Columns beside the lines of the agenda. Unit: pt */
#define AGENDA_NUMBER 24.0
#define AGENDA_PAGE 60.0

typedef struct
{
  SlScene *scene;
  SlTextMeasure *measure;
  double x, width, bottom;
  double y;
} Sheet;

static double
text_height (Sheet *s, SlFont font, const char *text, double width)
{
  double height;

  sl_text_measure_size (s->measure, font, text, width, NULL, &height);
  return height;
}

static double
add_text_at (Sheet *s, SlStyle style, SlFont font, double x, double y, double width,
             const char *text)
{
  const double height = text_height (s, font, text, width);

  sl_scene_add_text (s->scene, SL_BAND_BODY, style, font, SL_ALIGN_START, x, y, width, height, text)
      ->wrap
      = TRUE;
  return height;
}

/* Adds a paragraph where it fits. */
static void
add_paragraph (Sheet *s, SlStyle style, SlFont font, double gap, const char *text)
{
  const double height = text_height (s, font, text, s->width);

  if (*text == '\0' || s->y + height > s->bottom)
    return;
  add_text_at (s, style, font, s->x, s->y, s->width, text);
  s->y += height + gap;
}

/* The frame of charts around a sheet that has no chart. */
static Sheet
start_sheet (const SlSheet *sheet, const char *headline, const char *title, const SlFrameText *text,
             SlTextMeasure *measure)
{
  g_autoptr (SlScene) nothing = sl_scene_new ();
  const double margin = sheet->margin > 0 ? sheet->margin : DEFAULT_MARGIN;
  double width, height;
  SlRect body;

  sl_scene_set_headline (nothing, headline);
  sl_scene_set_title (nothing, title);
  sl_paper_size (sheet->paper, sheet->landscape, &width, &height);
  SlScene *scene = sl_page_frame_new (nothing, sheet, width, height, margin, measure, text, &body);
  return (Sheet){ .scene = scene,
                  .measure = measure,
                  .x = body.x,
                  .width = body.w,
                  .bottom = body.y + body.h,
                  .y = body.y };
}

static const char *
get_project_text (const SlSnapshot *plan, guint field)
{
  const SlTable *table = sl_snapshot_table (plan, SL_KIND_PROJECT);
  const char *text = sl_table_n_rows (table) > 0 ? sl_table_text (table, 0, field) : NULL;

  return text != NULL ? text : "";
}

/* "16 Mar 2026 · next meeting 2 Apr 2026 · for Sales" (transfer full) */
static char *
say_occasion (const SlSnapshot *plan, const SlSheet *sheet)
{
  const SlTable *table = sl_snapshot_table (plan, SL_KIND_PROJECT);
  g_autofree char *today = sl_day_to_text (sheet->today);
  GString *text = g_string_new (today);

  if (sl_table_n_rows (table) > 0 && sl_table_is_set (table, 0, SL_PROJECT_NEXT_MEETING))
    {
      g_autofree char *meeting = sl_day_to_text (sl_table_int (table, 0, SL_PROJECT_NEXT_MEETING));

      g_string_append (text, " · ");
      /* Translators: a date */
      g_string_append_printf (text, _ ("next meeting %s"), meeting);
    }
  if (sheet->audience != NULL && *sheet->audience != '\0')
    g_string_append_printf (text, " · %s", sheet->audience);
  return g_string_free (text, FALSE);
}

static void
add_rule (Sheet *s, SlStyle style)
{
  sl_scene_add_line (s->scene, SL_BAND_BODY, style, s->x, s->y, s->x + s->width, s->y);
}

/* What a line of the agenda takes, without the gaps around it. */
static double
agenda_height (Sheet *s, const SlAgendaEntry *entry, double width, gboolean headlines)
{
  const gboolean says = headlines && entry->headline != NULL && *entry->headline != '\0';

  return text_height (s, SL_FONT_BOLD, entry->title, width)
         + (says ? text_height (s, SL_FONT_LABEL, entry->headline, width) : 0);
}

static void
add_agenda_line (Sheet *s, const SlAgendaEntry *entry, guint number, double width,
                 gboolean headlines)
{
  g_autofree char *item = g_strdup_printf ("%u", number);
  g_autofree char *where = g_strdup_printf (_ ("page %u"), entry->page);
  const double title = text_height (s, SL_FONT_BOLD, entry->title, width);

  add_text_at (s, SL_STYLE_TEXT_DIM, SL_FONT_BOLD, s->x, s->y, AGENDA_NUMBER, item);
  add_text_at (s, SL_STYLE_TEXT, SL_FONT_BOLD, s->x + AGENDA_NUMBER, s->y, width, entry->title);
  sl_scene_add_text (s->scene, SL_BAND_BODY, SL_STYLE_TEXT_DIM, SL_FONT_LABEL, SL_ALIGN_END,
                     s->x + s->width - AGENDA_PAGE, s->y, AGENDA_PAGE,
                     sl_text_measure_line_height (s->measure, SL_FONT_LABEL), where);
  if (agenda_height (s, entry, width, headlines) > title)
    add_text_at (s, SL_STYLE_TEXT, SL_FONT_LABEL, s->x + AGENDA_NUMBER, s->y + title, width,
                 entry->headline);
}

/* A long agenda goes without headlines, then closer, rather than over the edge of the page. */
static void
add_agenda (Sheet *s, const SlAgendaEntry *agenda, guint n)
{
  static const struct
  {
    double gap;
    gboolean headlines;
  } looks[] = { { 5, TRUE }, { 5, FALSE }, { 1, FALSE } };
  const double width = s->width - AGENDA_NUMBER - AGENDA_PAGE - 12;
  guint look = 0;

  add_paragraph (s, SL_STYLE_TEXT, SL_FONT_HEAD, 6, _ ("Agenda"));
  for (; look < G_N_ELEMENTS (looks) - 1; look++)
    {
      double height = 2 * looks[look].gap * n;

      for (guint i = 0; i < n; i++)
        height += agenda_height (s, &agenda[i], width, looks[look].headlines);
      if (s->y + height <= s->bottom)
        break;
    }
  for (guint i = 0; i < n; i++)
    {
      add_rule (s, SL_STYLE_GRID);
      s->y += looks[look].gap;
      add_agenda_line (s, &agenda[i], i + 1, width, looks[look].headlines);
      s->y += agenda_height (s, &agenda[i], width, looks[look].headlines) + looks[look].gap;
    }
  add_rule (s, SL_STYLE_GRID);
  s->y += 16;
}

/* Parties in columns with their colours; those without room are counted. */
static void
add_parties (Sheet *s, const SlMatrix *matrix)
{
  const guint columns = (guint)MAX (1, s->width / PARTY_WIDTH);
  const double width = s->width / columns;
  const double line = sl_text_measure_line_height (s->measure, SL_FONT_LABEL) + 4;
  guint shown = 0;

  if (matrix->parties->len == 0 || s->y + 4 * line > s->bottom)
    return;
  add_paragraph (s, SL_STYLE_TEXT, SL_FONT_HEAD, 6, _ ("Parties"));
  while (shown < matrix->parties->len)
    {
      double row_height = line;
      const guint end = MIN (shown + columns, matrix->parties->len);

      for (guint i = shown; i < end; i++)
        row_height = MAX (row_height,
                          4
                              + text_height (s, SL_FONT_LABEL,
                                             sl_matrix_party_title (sl_matrix_party (matrix, i)),
                                             width - 20));
      if (s->y + row_height + line > s->bottom && end < matrix->parties->len)
        break;
      if (s->y + row_height > s->bottom)
        break;
      for (guint i = shown; i < end; i++)
        {
          const SlMatrixParty *party = sl_matrix_party (matrix, i);
          const double x = s->x + (i - shown) * width;

          sl_scene_add_rect (s->scene, SL_BAND_BODY, SL_STYLE_STRIPE, x, s->y + 1, 4,
                             row_height - 4)
              ->color
              = party->color;
          add_text_at (s, SL_STYLE_TEXT, SL_FONT_LABEL, x + 10, s->y, width - 20,
                       sl_matrix_party_title (party));
        }
      s->y += row_height;
      shown = end;
    }
  if (shown < matrix->parties->len)
    {
      const guint rest = matrix->parties->len - shown;
      g_autofree char *text = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "and %u more party", "and %u more parties", rest), rest);

      add_paragraph (s, SL_STYLE_TEXT_DIM, SL_FONT_LABEL, 0, text);
    }
}

static void
mirror_where_rtl (Sheet *s, const SlChartParams *params)
{
  if (params->rtl)
    sl_scene_mirror (s->scene);
}

SlScene *
sl_pack_cover (const SlSnapshot *plan, const SlSheet *sheet, const SlChartParams *params,
               const SlAgendaEntry *agenda, guint n_agenda, guint total, SlTextMeasure *measure)
{
  const SlFrameText text = { .number = 1, .total = total };
  Sheet s = start_sheet (sheet, "", "", &text, measure);
  const char *title = get_project_text (plan, SL_PROJECT_TITLE);
  const char *vision = get_project_text (plan, SL_PROJECT_VISION);
  const double height = s.bottom - s.y;
  g_autofree char *occasion = say_occasion (plan, sheet);
  g_autoptr (SlMatrix) matrix = sl_matrix_new (plan, params);
  SlFont font = SL_FONT_DISPLAY;

  if (*title == '\0')
    title = sheet->project != NULL ? sheet->project : _ ("Project without a title");
  s.y += height * 0.08;
  if (text_height (&s, font, title, s.width) > height * 0.25)
    font = SL_FONT_TITLE;
  if (text_height (&s, font, title, s.width) > height * 0.3)
    font = SL_FONT_LABEL;
  add_paragraph (&s, SL_STYLE_TEXT, font, 6, title);
  add_paragraph (&s, SL_STYLE_TEXT_DIM, SL_FONT_HEAD, 18, occasion);
  if (text_height (&s, SL_FONT_LABEL, vision, s.width) < height * 0.2)
    add_paragraph (&s, SL_STYLE_TEXT, SL_FONT_LABEL, 22, vision);
  add_agenda (&s, agenda, n_agenda);
  add_parties (&s, matrix);
  mirror_where_rtl (&s, params);
  return s.scene;
}

typedef struct
{
  double question, answers, who, when; /* left edges */
  double question_width;
} Columns;

static Columns
place_columns (const Sheet *s)
{
  const double answers = 150, who = MAX (70, s->width * 0.14), when = 70;
  const Columns c = {
    .question = s->x + 20,
    .answers = s->x + s->width - answers - who - when,
    .who = s->x + s->width - who - when,
    .when = s->x + s->width - when,
    .question_width = s->width - 20 - answers - who - when - 8,
  };

  return c;
}

static void
add_decision_heads (Sheet *s, const Columns *c)
{
  const double line = sl_text_measure_line_height (s->measure, SL_FONT_SMALL) + 6;

  sl_scene_add_rect (s->scene, SL_BAND_BODY, SL_STYLE_BAND, s->x, s->y, s->width, line);
  add_text_at (s, SL_STYLE_TEXT_DIM, SL_FONT_SMALL, c->question, s->y + 3, c->question_width,
               _ ("Question"));
  add_text_at (s, SL_STYLE_TEXT_DIM, SL_FONT_SMALL, c->answers, s->y + 3, 146, _ ("Decision"));
  add_text_at (s, SL_STYLE_TEXT_DIM, SL_FONT_SMALL, c->who, s->y + 3, c->when - c->who - 4,
               _ ("Who"));
  add_text_at (s, SL_STYLE_TEXT_DIM, SL_FONT_SMALL, c->when, s->y + 3, 66, _ ("By when"));
  s->y += line;
}

static void
add_tick_box (Sheet *s, double x, double middle, const char *text)
{
  const double line = sl_text_measure_line_height (s->measure, SL_FONT_SMALL);

  sl_scene_add_rect (s->scene, SL_BAND_BODY, SL_STYLE_GRID_STRONG, x, middle - BOX / 2, BOX, BOX)
      ->outline
      = TRUE;
  sl_scene_add_text (s->scene, SL_BAND_BODY, SL_STYLE_TEXT, SL_FONT_SMALL, SL_ALIGN_START,
                     x + BOX + 3, middle - line / 2, 50 - BOX - 4, line, text);
}

/* One line of the sheet; @question may be "" for an empty one. Returns: whether there was room */
static gboolean
add_decision (Sheet *s, const Columns *c, guint number, const char *question, double bottom)
{
  const double text
      = *question != '\0' ? text_height (s, SL_FONT_LABEL, question, c->question_width) : 0;
  const double height = MAX (ROW_HEIGHT, text + 8);
  g_autofree char *item = g_strdup_printf ("%u", number);
  const char *const answers[] = { _ ("agree"), _ ("change"), _ ("accept") };

  if (s->y + height > bottom)
    return FALSE;
  add_text_at (s, SL_STYLE_TEXT_DIM, SL_FONT_SMALL, s->x + 2,
               s->y + (height - sl_text_measure_line_height (s->measure, SL_FONT_SMALL)) / 2, 16,
               item);
  if (text > 0)
    add_text_at (s, SL_STYLE_TEXT, SL_FONT_LABEL, c->question, s->y + (height - text) / 2,
                 c->question_width, question);
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    add_tick_box (s, c->answers + i * 50, s->y + height / 2, answers[i]);
  s->y += height;
  add_rule (s, SL_STYLE_GRID_STRONG);
  return TRUE;
}

/* Each party with a line for its initials. Returns: the height that the block needs */
static double
add_initials (Sheet *s, const SlMatrix *matrix, double y, gboolean measure_only)
{
  const guint columns = (guint)MAX (1, s->width / PARTY_WIDTH);
  const double width = s->width / columns;
  const double start = y;

  for (guint first = 0; first < matrix->parties->len; first += columns)
    {
      const guint end = MIN (first + columns, matrix->parties->len);
      double height = 0;

      for (guint i = first; i < end; i++)
        height = MAX (height, text_height (s, SL_FONT_SMALL,
                                           sl_matrix_party_title (sl_matrix_party (matrix, i)),
                                           width - 16));
      for (guint i = first; i < end && !measure_only; i++)
        {
          const double x = s->x + (i - first) * width;

          sl_scene_add_line (s->scene, SL_BAND_BODY, SL_STYLE_GRID_STRONG, x, y + 20,
                             x + width - 16, y + 20);
          add_text_at (s, SL_STYLE_TEXT_DIM, SL_FONT_SMALL, x, y + 21, width - 16,
                       sl_matrix_party_title (sl_matrix_party (matrix, i)));
        }
      y += 20 + height + 4;
    }
  return y - start;
}

/* "Cut delivery time: Sales +3, Production −3" (transfer full) */
static char *
say_question (const SlMatrix *matrix, guint row)
{
  const SlMatrixGoal *goal = sl_matrix_goal (matrix, row);
  g_autofree char *title = sl_words_name (sl_matrix_goal_title (goal));
  g_autofree char *in_favor
      = sl_words_name (sl_matrix_party_title (sl_matrix_party (matrix, goal->opposed_for)));
  g_autofree char *against
      = sl_words_name (sl_matrix_party_title (sl_matrix_party (matrix, goal->opposed_against)));
  g_autofree char *plus = sl_words_signed (sl_matrix_cell (matrix, row, goal->opposed_for)->value);
  g_autofree char *minus
      = sl_words_signed (sl_matrix_cell (matrix, row, goal->opposed_against)->value);

  /* Translators: a goal, then two parties and their positions: "Cut delivery time: Sales +3,
   * Production −2" */
  return g_strdup_printf (_ ("%s: %s %s, %s %s"), title, in_favor, plus, against, minus);
}

/* Rows of goals with opposed parties, gravest first. (transfer full) */
static GArray *
list_questions (const SlMatrix *matrix)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint row = 0; row < matrix->goals->len; row++)
    {
      const double severity = sl_matrix_goal (matrix, row)->severity;
      guint at = rows->len;

      if (severity <= 0)
        continue;
      while (at > 0
             && sl_matrix_goal (matrix, g_array_index (rows, guint, at - 1))->severity < severity)
        at--;
      g_array_insert_val (rows, at, row);
    }
  return rows;
}

SlScene *
sl_pack_decisions (const SlSnapshot *plan, const SlSheet *sheet, const SlChartParams *params,
                   guint number, guint total, SlTextMeasure *measure)
{
  const SlFrameText text = { .number = number, .total = total };
  Sheet s = start_sheet (sheet, _ ("What we decided"), _ ("Decisions"), &text, measure);
  g_autoptr (SlMatrix) matrix = sl_matrix_new (plan, params);
  g_autoptr (GArray) questions = list_questions (matrix);
  const Columns c = place_columns (&s);
  const double initials = add_initials (&s, matrix, 0, TRUE);
  const gboolean signed_here = initials < (s.bottom - s.y) * 0.5;
  const double bottom = s.bottom - (signed_here ? initials + 8 : 0);
  guint item = 1;

  add_decision_heads (&s, &c);
  for (guint i = 0; i < questions->len && i < MAX_QUESTIONS; i++)
    {
      g_autofree char *question = say_question (matrix, g_array_index (questions, guint, i));

      if (!add_decision (&s, &c, item, question, bottom))
        break;
      item++;
    }
  while (add_decision (&s, &c, item, "", bottom))
    item++;
  if (signed_here)
    add_initials (&s, matrix, bottom + 4, FALSE);
  mirror_where_rtl (&s, params);
  return s.scene;
}
