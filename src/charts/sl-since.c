/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Triangles upon a finished scene. It finds the marks by what they are, so no chart knows of it; a
 * record that has marks in the body is not marked at its head too. */

#include "config.h"

#include "sl-since.h"

#include <glib/gi18n-lib.h>

#include "base/sl-date-text.h"
#include "sl-scene-private.h"
#include "sl-since-private.h"

/* Above all else. */
#define Z 90
#define WORDS_MAX 4
#define GONE_MAX 3

typedef struct
{
  const SlChartParams *params;
  const SlSinceChanges *changes;
  SlTextMeasure *measure;
  SlScene *scene;
  GHashTable *bodies; /* ids that have a mark of their own in the body */
  GHashTable *marked; /* SlHit of what has its triangle */
  GArray *triangles;  /* of Triangle */
  gboolean used[SL_SINCE_N_SIGNS];
} Marking;

/* One that is found, but not drawn yet. */
typedef struct
{
  SlBand band;
  SlSinceSign sign;
  SlPoint at;
} Triangle;

/* --- Triangles --- */

/* The corners of each triangle in a box of -1..1. */
static const SlPoint corners[SL_SINCE_N_SIGNS][3] = {
  [SL_SINCE_NEW] = { { 0, -1 }, { 1, 0.8 }, { -1, 0.8 } },
  [SL_SINCE_LATER] = { { 1, 0 }, { -0.8, -1 }, { -0.8, 1 } },
  [SL_SINCE_EARLIER] = { { -1, 0 }, { 0.8, -1 }, { 0.8, 1 } },
  [SL_SINCE_MORE] = { { 0, -1 }, { 1, 0.8 }, { -1, 0.8 } },
  [SL_SINCE_LESS] = { { 0, 1 }, { 1, -0.8 }, { -1, -0.8 } },
  [SL_SINCE_OTHER] = { { -1, -1 }, { 1, -1 }, { 1, 1 } },
};

static void
place_corners (SlSinceSign sign, double x, double y, SlPoint *points)
{
  for (guint i = 0; i < 3; i++)
    points[i] = (SlPoint){ x + corners[sign][i].x * SL_SINCE_SIZE / 2,
                           y + corners[sign][i].y * SL_SINCE_SIZE / 2 };
}

static SlStyle
style_of (SlSinceSign sign)
{
  return sign == SL_SINCE_NEW ? SL_STYLE_SINCE_NEW : SL_STYLE_SINCE;
}

static void
add_triangle (Marking *m, const Triangle *triangle)
{
  SlPoint points[3];
  SlMark *mark;

  place_corners (triangle->sign, triangle->at.x, triangle->at.y, points);
  mark = sl_scene_add_path (m->scene, triangle->band, style_of (triangle->sign), points, 3);
  mark->closed = TRUE;
  mark->z = Z;
  m->used[triangle->sign] = TRUE;
}

/* --- Marks --- */

static gboolean
can_be_marked (const SlMark *mark)
{
  return mark->hit.kind != SL_N_KINDS && mark->label != NULL
         && (mark->hit.part == SL_PART_WHOLE || mark->hit.part == SL_PART_CELL
             || mark->hit.part == SL_PART_HEAD);
}

/* Where two records cross, a mark of one of them stands for something that is computed. */
static gboolean
is_crossing (const SlHit *hit)
{
  return hit->a != SL_ID_NONE && (hit->kind == SL_KIND_PARTY || hit->kind == SL_KIND_GOAL);
}

static const SlSinceChange *
find_change (const Marking *m, const SlHit *hit)
{
  const SlSinceChange *change = NULL;

  if (hit->part == SL_PART_CELL && hit->a != SL_ID_NONE)
    return g_hash_table_lookup (m->changes->by_pair, hit);
  if (hit->id == SL_ID_NONE || is_crossing (hit))
    return NULL;
  change = g_hash_table_lookup (m->changes->belonging, &hit->id);
  if (change == NULL)
    change = g_hash_table_lookup (m->changes->by_id, &hit->id);
  /* Heads of rows and columns show little more than the name. */
  if (change != NULL && hit->part == SL_PART_HEAD && change->kind == hit->kind
      && change->sign != SL_SINCE_NEW)
    return NULL;
  return change;
}

static char *
say_words (const Marking *m, const SlSinceChange *change, const char *label)
{
  g_autofree char *day = sl_day_to_short_text (m->params->since.day, m->params->today);
  g_autoptr (GString) words = g_string_new (NULL);
  const guint n = change->words->len;

  for (guint i = 0; i < MIN (n, WORDS_MAX); i++)
    g_string_append_printf (words, "%s%s", i > 0 ? "; " : "",
                            (const char *)g_ptr_array_index (change->words, i));
  if (n > WORDS_MAX)
    g_string_append_printf (words, "; %s", _ ("and more"));
  /* Translators: what a mark of a chart is; then a day, then what changed since it. */
  return g_strdup_printf (_ ("%s. Since %s: %s"), label, day, words->str);
}

static gboolean
hit_equal (gconstpointer x, gconstpointer y)
{
  const SlHit *a = x;
  const SlHit *b = y;

  return a->kind == b->kind && a->id == b->id && a->a == b->a && a->b == b->b && a->part == b->part;
}

static guint
hit_hash (gconstpointer key)
{
  const SlHit *hit = key;

  return g_int64_hash (&hit->id) ^ g_int64_hash (&hit->a) * 31 ^ g_int64_hash (&hit->b) * 17
         ^ hit->part;
}

static void
mark_one (Marking *m, guint index)
{
  const SlMark mark = *sl_scene_get_mark (m->scene, index);
  const SlSinceChange *change = can_be_marked (&mark) ? find_change (m, &mark.hit) : NULL;
  g_autofree char *words = NULL;
  Triangle triangle = { .band = mark.band };

  if (change == NULL)
    return;
  words = say_words (m, change, mark.label);
  sl_scene_set_label (m->scene, index, words);
  if ((mark.hit.part == SL_PART_HEAD && g_hash_table_contains (m->bodies, &mark.hit.id))
      || g_hash_table_contains (m->marked, &mark.hit))
    return;
  g_hash_table_add (m->marked, g_memdup2 (&mark.hit, sizeof mark.hit));
  triangle.sign = change->sign;
  triangle.at = sl_since_find_place (m->scene, &mark, m->measure);
  g_array_append_val (m->triangles, triangle);
}

static void
find_bodies (Marking *m, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      const SlMark *mark = sl_scene_get_mark (m->scene, i);

      if (can_be_marked (mark) && mark->hit.part == SL_PART_WHOLE && mark->hit.a == SL_ID_NONE)
        g_hash_table_add (m->bodies, g_memdup2 (&mark->hit.id, sizeof (SlId)));
    }
}

/* --- Legend and remarks --- */

static void
add_sign (Marking *m, SlSinceSign sign, const char *text)
{
  SlPoint points[3];
  const SlMark sample = { .type = SL_MARK_PATH,
                          .style = style_of (sign),
                          .points = points,
                          .n_points = 3,
                          .closed = TRUE,
                          .color = -1,
                          .hit = { .kind = SL_N_KINDS } };

  if (!m->used[sign])
    return;
  place_corners (sign, 12, 6, points);
  sl_scene_add_legend (m->scene, &sample, text);
}

static void
add_legend (Marking *m)
{
  g_autofree char *day = sl_day_to_short_text (m->params->since.day, m->params->today);
  static const char *const texts[SL_SINCE_N_SIGNS] = {
    /* Translators: of a triangle in a chart; %s is a day. */
    [SL_SINCE_NEW] = N_ ("new since %s"),           [SL_SINCE_LATER] = N_ ("later than on %s"),
    [SL_SINCE_EARLIER] = N_ ("earlier than on %s"), [SL_SINCE_MORE] = N_ ("more than on %s"),
    [SL_SINCE_LESS] = N_ ("less than on %s"),       [SL_SINCE_OTHER] = N_ ("other than on %s"),
  };

  for (SlSinceSign sign = 0; sign < SL_SINCE_N_SIGNS; sign++)
    {
      g_auto (GStrv) parts = g_strsplit (_ (texts[sign]), "%s", 2);
      g_autofree char *text = g_strjoinv (day, parts);

      add_sign (m, sign, text);
    }
}

/* Names of what is gone that a chart would show. */
static void
add_gone (Marking *m, guint n_marks)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *text = NULL;
  guint64 kinds = 0;
  guint n = 0;

  for (guint i = 0; i < n_marks; i++)
    {
      const SlMark *mark = sl_scene_get_mark (m->scene, i);

      if (mark->hit.kind != SL_N_KINDS)
        kinds |= SL_KIND_BIT (mark->hit.kind);
    }
  for (guint i = 0; i < m->changes->gone->len; i++)
    {
      const SlSinceGone *gone = g_ptr_array_index (m->changes->gone, i);

      if ((kinds & SL_KIND_BIT (gone->kind)) == 0)
        continue;
      if (n < GONE_MAX)
        g_string_append_printf (names, "%s“%s”", n > 0 ? ", " : "", gone->title);
      n++;
    }
  if (n == 0)
    return;
  if (n > GONE_MAX)
    g_string_append (names, ", …");
  text = g_strdup_printf (_ ("no longer there: %s"), names->str);
  sl_scene_add_remark (m->scene, text);
}

/* Takes the triangles of the layout itself. Returns: whether it knows of something that is gone */
static gboolean
take_signs (Marking *m)
{
  const GArray *signs = sl_scene_get_signs (m->scene);
  gboolean gone = FALSE;

  for (guint i = 0; i < signs->len; i++)
    {
      const SlSceneSign *sign = &g_array_index (signs, SlSceneSign, i);
      const Triangle triangle = { SL_BAND_BODY, sign->sign, sign->at };

      if (sign->placed)
        g_array_append_val (m->triangles, triangle);
      gone |= !sign->placed;
    }
  return gone;
}

static void
add_remark (Marking *m, gboolean gone)
{
  g_autofree char *day = sl_day_to_text (m->params->since.day);
  g_autofree char *text = NULL;

  if (!m->params->since.whole)
    text = g_strdup_printf (
        /* Translators: %s is a day. */
        _ ("not all that changed since %s is recorded: marked are measured values, dates other "
           "than agreed, closed goals"),
        day);
  else if (m->triangles->len == 0 && gone)
    return;
  else if (m->triangles->len == 0)
    text = g_strdup_printf (_ ("nothing here changed since %s"), day);
  else
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u change since %s is marked",
                                         "%u changes since %s are marked", m->triangles->len),
                            m->triangles->len, day);
  sl_scene_add_remark (m->scene, text);
}

void
sl_since_mark (const SlChart *chart, const SlSnapshot *plan, const SlChartParams *params,
               SlTextMeasure *measure, SlScene *scene)
{
  g_autoptr (SlSinceChanges) changes = NULL;
  g_autoptr (GArray) triangles = NULL;
  g_autoptr (GHashTable) bodies = NULL;
  g_autoptr (GHashTable) marked = NULL;
  const guint n = sl_scene_n_marks (scene);
  gboolean gone;
  Marking m = { .params = params, .measure = measure, .scene = scene };

  g_return_if_fail (chart != NULL && plan != NULL && params->since.then != NULL);

  changes = sl_since_changes_new (chart, plan, params);
  bodies = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  marked = g_hash_table_new_full (hit_hash, hit_equal, g_free, NULL);
  m.changes = changes;
  m.bodies = bodies;
  m.marked = marked;
  m.triangles = triangles = g_array_new (FALSE, FALSE, sizeof (Triangle));
  find_bodies (&m, n);
  for (guint i = 0; i < n; i++)
    mark_one (&m, i);
  gone = take_signs (&m);
  /* All at once: each new mark makes the scene forget what it knows of places. */
  for (guint i = 0; i < triangles->len; i++)
    add_triangle (&m, &g_array_index (triangles, Triangle, i));
  add_legend (&m);
  add_remark (&m, gone);
  add_gone (&m, n);
}

void
sl_since_add (SlScene *scene, SlSinceSign sign, double x, double y)
{
  const SlSceneSign added = { .sign = sign, .at = { x, y }, .placed = TRUE };

  sl_scene_add_sign (scene, &added);
}

void
sl_since_add_gone (SlScene *scene)
{
  const SlSceneSign added = { .placed = FALSE };

  sl_scene_add_sign (scene, &added);
}
