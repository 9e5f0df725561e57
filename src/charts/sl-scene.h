/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A drawn chart as plain data: marks with places in points, style tokens, hit targets and
 * accessible labels. Painters turn it into screen, print, PDF, SVG, PNG and text; tests compare the
 * text. */

#pragma once

#include "model/sl-kind.h"

G_BEGIN_DECLS

/**
 * SlBand:
 * @SL_BAND_BODY: scrolls both ways, cut at breaks on paper
 * @SL_BAND_TOP: column heads: stay on top, repeat on every tile
 * @SL_BAND_SIDE: row heads: stay at the start edge, repeat on every tile
 * @SL_BAND_CORNER: stays in the corner of the two
 *
 * All bands share one coordinate system: TOP items have 0 <= y < top_h, SIDE items 0 <= x < side_w
 * (or, where the scene is right-to-left, width - side_w <= x < width).
 */
typedef enum
{
  SL_BAND_BODY,
  SL_BAND_TOP,
  SL_BAND_SIDE,
  SL_BAND_CORNER,
} SlBand;

typedef enum
{
  SL_MARK_RECT,   /* x, y, w, h; radius rounds the corners */
  SL_MARK_LINE,   /* x, y to x + w, y + h */
  SL_MARK_PATH,   /* points; curved: cubic Bezier segments (1 + 3n points); closed: filled */
  SL_MARK_TEXT,   /* x, y, w, h is the box that the text must fit; wraps at w where wrap is set;
                     a lower text stands in the middle of its height */
  SL_MARK_SYMBOL, /* centre x, y; size w */
} SlMarkType;

/* Shapes that carry meaning without colour. */
typedef enum
{
  SL_SYMBOL_NONE,
  SL_SYMBOL_DIAMOND,      /* milestone */
  SL_SYMBOL_DIAMOND_OPEN, /* due date of a goal */
  SL_SYMBOL_CIRCLE,       /* on track */
  SL_SYMBOL_TRIANGLE,     /* behind */
  SL_SYMBOL_SQUARE,       /* off track */
  SL_SYMBOL_CHECK,        /* done */
  SL_SYMBOL_CROSS,        /* dropped */
  SL_SYMBOL_PAUSE,        /* parked */
  SL_SYMBOL_RING,         /* not started, no data */
  SL_SYMBOL_ARROW_RIGHT,  /* arrow heads of links */
  SL_SYMBOL_ARROW_LEFT,
  SL_SYMBOL_ARROW_UP,
  SL_SYMBOL_ARROW_DOWN,
  SL_SYMBOL_FLAG,
  SL_SYMBOL_CLOCK, /* asks whether it is still true */
} SlSymbol;

/* What a mark is; the palette (light, dark, high contrast, print, grey) gives it colours. */
typedef enum
{
  SL_STYLE_TEXT,
  SL_STYLE_TEXT_DIM,
  SL_STYLE_TEXT_ON_MARK, /* text upon a filled mark */
  SL_STYLE_PAPER,        /* background */
  SL_STYLE_BAND,         /* background of heads and lanes */
  SL_STYLE_BAND_ALT,     /* every other row */
  SL_STYLE_GRID,
  SL_STYLE_GRID_STRONG,
  SL_STYLE_CARD, /* card of a goal */
  SL_STYLE_CARD_SHARED,
  SL_STYLE_STRIPE,     /* party stripe: takes the mark's color */
  SL_STYLE_EDGE,       /* tree edge */
  SL_STYLE_EDGE_EXTRA, /* further parent */
  SL_STYLE_HELPS,
  SL_STYLE_HURTS,
  SL_STYLE_BAR,       /* task; takes the mark's color where set */
  SL_STYLE_BAR_DONE,  /* done part of a bar or of a progress track */
  SL_STYLE_BAR_GROUP, /* summary bar */
  SL_STYLE_MILESTONE,
  SL_STYLE_GOAL_DUE,
  SL_STYLE_BASELINE,
  SL_STYLE_DEPENDENCY,
  SL_STYLE_CRITICAL,
  SL_STYLE_TODAY,
  SL_STYLE_WEEKEND,
  SL_STYLE_GOOD,
  SL_STYLE_WARN,
  SL_STYLE_BAD,
  SL_STYLE_NEUTRAL,
  SL_STYLE_POS_M3, /* positions, -3 .. +3, then not asked */
  SL_STYLE_POS_M2,
  SL_STYLE_POS_M1,
  SL_STYLE_POS_0,
  SL_STYLE_POS_P1,
  SL_STYLE_POS_P2,
  SL_STYLE_POS_P3,
  SL_STYLE_POS_NONE,
  SL_STYLE_SELECTION,
  SL_STYLE_SINCE,     /* triangle: differs from a former plan */
  SL_STYLE_SINCE_NEW, /* likewise, of what is new */
  SL_N_STYLES
} SlStyle;

typedef enum
{
  SL_FONT_LABEL,   /* 9 pt */
  SL_FONT_BOLD,    /* 9 pt bold */
  SL_FONT_SMALL,   /* 8 pt: the smallest that layouts may use */
  SL_FONT_HEAD,    /* 10.5 pt bold: lanes, levels */
  SL_FONT_TITLE,   /* 14 pt bold: headline */
  SL_FONT_NUMBER,  /* 9 pt, tabular figures */
  SL_FONT_DISPLAY, /* 26 pt bold: the cover of a pack */
  SL_N_FONTS
} SlFont;

typedef enum
{
  SL_ALIGN_START,
  SL_ALIGN_CENTER,
  SL_ALIGN_END,
} SlAlign;

typedef struct
{
  double x, y;
} SlPoint;

/* What a pointer, a key or a screen reader finds at a mark. */
typedef struct
{
  SlKindId kind; /* SL_N_KINDS: nothing */
  SlId id;       /* SL_ID_NONE for a position that does not exist yet */
  SlId a, b;     /* matrix cells: party and goal; links: source and target */
  guint part;    /* SlHitPart */
} SlHit;

typedef enum
{
  SL_PART_WHOLE,
  SL_PART_START, /* handle at the start of a bar */
  SL_PART_END,
  SL_PART_CELL,
  SL_PART_HEAD,
  SL_PART_TOGGLE, /* expander of a tree card */
  SL_PART_AFTER,  /* what is left of a risk after countermeasures */
  SL_PART_CLOCK,  /* what asks whether a card or cell is still true */
  SL_PART_RESULT, /* what is computed of a record, and changes otherwise than it */
} SlHitPart;

typedef struct
{
  SlMarkType type;
  SlBand band;
  SlStyle style;
  gint z; /* painted in ascending order, then in order of insertion */
  double x, y, w, h;
  double radius;
  double line_width; /* 0: the style's own; negative: none */
  SlPoint *points;   /* owned */
  guint n_points;
  guint curved : 1;
  guint closed : 1;
  guint dashed : 1;
  guint hatched : 1; /* "our guess" */
  guint outline : 1; /* stroke only */
  guint wrap : 1;
  guint elided : 1; /* TEXT: may end in an ellipsis; never set on paper */
  SlSymbol symbol;
  SlFont font;
  SlAlign align;
  gint32 color; /* 0xRRGGBB, or -1: the style's */
  char *text;   /* owned */
  char *label;  /* accessible name with values; owned; only where hit.kind is set */
  SlHit hit;
} SlMark;

/* One entry of the legend, in order. */
typedef struct
{
  SlMark sample; /* drawn into a 24 x 12 pt box at 0, 0 */
  char *text;
} SlLegendEntry;

typedef struct _SlScene SlScene;

#define SL_TYPE_SCENE (sl_scene_get_type ())
GType sl_scene_get_type (void);
SlScene *sl_scene_new (void);
SlScene *sl_scene_ref (SlScene *self);
void sl_scene_unref (SlScene *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlScene, sl_scene_unref)

/* Building. Each add function returns the mark for further settings; the pointer is valid until the
 * next add. Texts are copied. */
void sl_scene_set_size (SlScene *self, double width, double height);
void sl_scene_set_bands (SlScene *self, double top_h, double side_w);
void sl_scene_set_rtl (SlScene *self, gboolean rtl);
/* Whether marks are left out that are not in sight, as SlChartParams.sight has it. All else, sizes
 * and places too, is as in the whole scene. */
void sl_scene_set_partial (SlScene *self, gboolean partial);
SlMark *sl_scene_add_rect (SlScene *self, SlBand band, SlStyle style, double x, double y, double w,
                           double h);
SlMark *sl_scene_add_line (SlScene *self, SlBand band, SlStyle style, double x1, double y1,
                           double x2, double y2);
SlMark *sl_scene_add_path (SlScene *self, SlBand band, SlStyle style, const SlPoint *points,
                           guint n);
SlMark *sl_scene_add_text (SlScene *self, SlBand band, SlStyle style, SlFont font, SlAlign align,
                           double x, double y, double w, double h, const char *text);
SlMark *sl_scene_add_symbol (SlScene *self, SlBand band, SlStyle style, SlSymbol symbol, double cx,
                             double cy, double size);
void sl_mark_set_hit (SlMark *mark, SlKindId kind, SlId id, guint part, const char *label);
/* Places where a tile may end: x positions between time units or columns, y between rows. */
void sl_scene_add_break_x (SlScene *self, double x);
void sl_scene_add_break_y (SlScene *self, double y);
void sl_scene_add_legend (SlScene *self, const SlMark *sample, const char *text);
/* "not shown: 12 closed goals"; printed in the footer, shown under the chart. */
void sl_scene_add_remark (SlScene *self, const char *text);
void sl_scene_set_headline (SlScene *self, const char *text);
void sl_scene_set_title (SlScene *self, const char *text);

/* Reading. */
double sl_scene_get_width (const SlScene *self);
double sl_scene_get_height (const SlScene *self);
double sl_scene_get_top (const SlScene *self);
double sl_scene_get_side (const SlScene *self);
gboolean sl_scene_get_rtl (const SlScene *self);
gboolean sl_scene_is_partial (const SlScene *self);
const char *sl_scene_get_headline (const SlScene *self);
const char *sl_scene_get_title (const SlScene *self);
guint sl_scene_n_marks (const SlScene *self);
const SlMark *sl_scene_get_mark (const SlScene *self, guint index);
guint sl_scene_n_legend (const SlScene *self);
const SlLegendEntry *sl_scene_get_legend (const SlScene *self, guint index);
const GPtrArray *sl_scene_get_remarks (const SlScene *self); /* of char * */
const GArray *sl_scene_get_breaks_x (const SlScene *self);   /* of double, ascending */
const GArray *sl_scene_get_breaks_y (const SlScene *self);
/* Makes the indices that finding and painting need, so that whoever does it first does not wait. */
void sl_scene_prepare (const SlScene *self);
/* Drops the texts that painters have shaped, which belong to the thread that painted; then another
 * thread may free the scene. */
void sl_scene_forget_shaped (SlScene *self);
/* The topmost mark with a hit target at a point, or NULL. Links are hit within 4 pt. */
const SlMark *sl_scene_hit (const SlScene *self, double x, double y);
/* Mirrors every mark at the middle of the width, for right-to-left locales; called once by the
 * chart after an unmirrored layout. Texts keep their own direction, alignments swap. */
void sl_scene_mirror (SlScene *self);
/* Stable text form: one line a mark, places rounded to 0.1 pt. (transfer full) */
char *sl_scene_dump (const SlScene *self);

G_END_DECLS
