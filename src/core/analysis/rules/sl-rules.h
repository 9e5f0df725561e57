/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The list of rules, in the order in which ties are charged. A new rule is a file here, its
 * declaration and its place in SL_RULES. */

#pragma once

#include "analysis/sl-rule.h"

/* clang-format off */
extern const SlRule sl_rule_con_01;
extern const SlRule sl_rule_con_02;
extern const SlRule sl_rule_con_03;
extern const SlRule sl_rule_con_04;
extern const SlRule sl_rule_con_05;
extern const SlRule sl_rule_con_06;
extern const SlRule sl_rule_con_07;
extern const SlRule sl_rule_pos_01;
extern const SlRule sl_rule_pos_02;
extern const SlRule sl_rule_pos_03;
extern const SlRule sl_rule_pri_01;
extern const SlRule sl_rule_pri_02;
extern const SlRule sl_rule_pri_03;
extern const SlRule sl_rule_pri_04;
extern const SlRule sl_rule_pri_05;
extern const SlRule sl_rule_pri_06;
extern const SlRule sl_rule_res_01;
extern const SlRule sl_rule_res_02;
extern const SlRule sl_rule_res_03;
extern const SlRule sl_rule_res_04;
extern const SlRule sl_rule_res_05;
extern const SlRule sl_rule_res_06;
extern const SlRule sl_rule_res_07;
extern const SlRule sl_rule_res_08;
extern const SlRule sl_rule_com_01;
extern const SlRule sl_rule_com_02;
extern const SlRule sl_rule_com_03;
extern const SlRule sl_rule_com_04;
extern const SlRule sl_rule_com_05;
extern const SlRule sl_rule_com_06;
extern const SlRule sl_rule_com_07;
extern const SlRule sl_rule_com_08;
extern const SlRule sl_rule_com_09;
extern const SlRule sl_rule_raci_01;
extern const SlRule sl_rule_raci_02;
extern const SlRule sl_rule_raci_03;
extern const SlRule sl_rule_raci_04;
extern const SlRule sl_rule_raci_05;
extern const SlRule sl_rule_raci_06;
extern const SlRule sl_rule_raci_07;
extern const SlRule sl_rule_tru_01;
extern const SlRule sl_rule_tru_02;
extern const SlRule sl_rule_tru_03;
extern const SlRule sl_rule_tru_04;
extern const SlRule sl_rule_vis_01;
extern const SlRule sl_rule_vis_02;
extern const SlRule sl_rule_vis_03;
extern const SlRule sl_rule_vis_04;
extern const SlRule sl_rule_vis_05;
extern const SlRule sl_rule_vis_06;
extern const SlRule sl_rule_vis_07;
extern const SlRule sl_rule_vis_08;
extern const SlRule sl_rule_smart_01;
extern const SlRule sl_rule_dri_01;
extern const SlRule sl_rule_dri_02;
extern const SlRule sl_rule_dri_03;
extern const SlRule sl_rule_dri_04;
extern const SlRule sl_rule_dri_05;
extern const SlRule sl_rule_dri_06;
extern const SlRule sl_rule_mod_01;
extern const SlRule sl_rule_mod_02;
extern const SlRule sl_rule_ris_01;
extern const SlRule sl_rule_ris_02;
extern const SlRule sl_rule_del_01;
extern const SlRule sl_rule_del_02;
extern const SlRule sl_rule_del_03;
extern const SlRule sl_rule_del_04;
extern const SlRule sl_rule_del_05;
extern const SlRule sl_rule_del_06;
extern const SlRule sl_rule_del_07;
extern const SlRule sl_rule_out_01;
extern const SlRule sl_rule_fb_01;
extern const SlRule sl_rule_kpi_01;
extern const SlRule sl_rule_kpi_02;
extern const SlRule sl_rule_kpi_03;
extern const SlRule sl_rule_kpi_04;
extern const SlRule sl_rule_all_01;
extern const SlRule sl_rule_los_01;

#define SL_RULES \
  &sl_rule_con_01, \
  &sl_rule_con_02, \
  &sl_rule_con_03, \
  &sl_rule_con_04, \
  &sl_rule_con_05, \
  &sl_rule_con_06, \
  &sl_rule_con_07, \
  &sl_rule_pos_01, \
  &sl_rule_pos_02, \
  &sl_rule_pos_03, \
  &sl_rule_pri_01, \
  &sl_rule_pri_02, \
  &sl_rule_pri_03, \
  &sl_rule_pri_04, \
  &sl_rule_pri_05, \
  &sl_rule_pri_06, \
  &sl_rule_res_01, \
  &sl_rule_res_02, \
  &sl_rule_res_03, \
  &sl_rule_res_04, \
  &sl_rule_res_05, \
  &sl_rule_res_06, \
  &sl_rule_res_07, \
  &sl_rule_res_08, \
  &sl_rule_com_01, \
  &sl_rule_com_02, \
  &sl_rule_com_03, \
  &sl_rule_com_04, \
  &sl_rule_com_05, \
  &sl_rule_com_06, \
  &sl_rule_com_07, \
  &sl_rule_com_08, \
  &sl_rule_com_09, \
  &sl_rule_raci_01, \
  &sl_rule_raci_02, \
  &sl_rule_raci_03, \
  &sl_rule_raci_04, \
  &sl_rule_raci_05, \
  &sl_rule_raci_06, \
  &sl_rule_raci_07, \
  &sl_rule_tru_01, \
  &sl_rule_tru_02, \
  &sl_rule_tru_03, \
  &sl_rule_tru_04, \
  &sl_rule_vis_01, \
  &sl_rule_vis_02, \
  &sl_rule_vis_03, \
  &sl_rule_vis_04, \
  &sl_rule_vis_05, \
  &sl_rule_vis_06, \
  &sl_rule_vis_07, \
  &sl_rule_vis_08, \
  &sl_rule_smart_01, \
  &sl_rule_dri_01, \
  &sl_rule_dri_02, \
  &sl_rule_dri_03, \
  &sl_rule_dri_04, \
  &sl_rule_dri_05, \
  &sl_rule_dri_06, \
  &sl_rule_mod_01, \
  &sl_rule_mod_02, \
  &sl_rule_ris_01, \
  &sl_rule_ris_02, \
  &sl_rule_del_01, \
  &sl_rule_del_02, \
  &sl_rule_del_03, \
  &sl_rule_del_04, \
  &sl_rule_del_05, \
  &sl_rule_del_06, \
  &sl_rule_del_07, \
  &sl_rule_out_01, \
  &sl_rule_fb_01, \
  &sl_rule_kpi_01, \
  &sl_rule_kpi_02, \
  &sl_rule_kpi_03, \
  &sl_rule_kpi_04, \
  &sl_rule_all_01, \
  &sl_rule_los_01,
/* clang-format on */
