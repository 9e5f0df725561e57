/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The texts of the cards, in the order of the sidebar and of the views of a page. They are read
 * beside the page, so they are short: one thing that the page answers, three steps, one example
 * that anybody can look up in the sample, one thing that goes wrong easily. */

#include "config.h"

#include "learn/sl-learn-texts.h"

#include <glib/gi18n.h>

static const SlLearnText texts[] = {
  { "today",
    NULL,
    "today",
    N_ ("Today"),
    N_ ("What needs you now, in at most twelve lines: dates and promises that come due, work that "
        "nobody owns, findings with a remedy at hand, and what was not looked at for long."),
    { N_ ("Read from the top; what hurts most stands first."),
      N_ ("Press a line: it leads to where the matter can be settled."),
      N_ ("Press Y on what is still true, here, in a row or on a card: its clock begins again.") },
    N_ ("In the sample, a second test engineer was promised by 13 November and is not there: one "
        "line, one press, and the promise is open in the inspector."),
    N_ ("An empty list does not mean that all is well. It may mean that nothing was assessed: look "
        "at how much of each number rests on answers.") },

  /* --- Goals --- */
  { "goals",
    NULL,
    "goals",
    N_ ("Goals"),
    N_ ("What exactly is wanted, by whom, by when, and which larger goal it serves. Goals may also "
        "help or hurt each other across the tree."),
    { N_ ("Begin with three to five objectives that all parties share."),
      N_ ("Under each, add what departments and people do for it: Enter adds, Tab indents."),
      N_ ("Press L on a card to say what a goal helps or hurts, and how much.") },
    N_ ("In the sample, “Hold the price of 129 euros” helps the revenue but hurts the listings: "
        "the "
        "dashed line says so before the first quarrel does."),
    N_ ("Tasks in the clothes of goals. “Hold a workshop” is a task; what should be different "
        "afterwards is the goal.") },

  /* --- Stakeholders --- */
  { "stakeholders",
    NULL,
    "stakeholders",
    N_ ("Stakeholders"),
    N_ ("Who has a stake in the plan, where each party stands, and what it needs from the others."),
    { N_ ("List everybody who can help, hurt or is affected."),
      N_ ("Ask each of them where they stand on the shared goals."),
      N_ ("Say how often somebody speaks with whom, and keep to it.") },
    N_ ("In the sample, Customer service answers the telephone for every returned device, and was "
        "asked about one shared goal of ten."),
    N_ ("Leaving out those who are loud later because nobody heard them early.") },
  { "stakeholders",
    "matrix",
    "stakeholders",
    N_ ("Positions"),
    N_ ("Where each party stands on each shared goal, from +3, commits own resources, to −3, would "
        "block, and where that is known from."),
    { N_ ("Choose a cell and type a number; a minus first makes it negative."),
      N_ ("Press G, S or W: our guess, said, in writing."),
      N_ ("Read the margins: how much pull a goal has, and how far the parties are apart.") },
    N_ ("In the sample, Marketing gives +3 to cutting development time and Production −2. Both are "
        "right, and nobody had put it side by side."),
    N_ ("“Not asked” is not “no objection”. A guess that is never checked becomes a fact that is "
        "wrong.") },
  { "stakeholders",
    "power",
    "stakeholders",
    N_ ("Power and Interest"),
    N_ ("Whom to work with closely, whom to keep content, whom to keep informed. The arrow says "
        "how "
        "engaged somebody is and should be."),
    { N_ ("Drag each party to its power and interest, or move it with Ctrl and the arrow keys."),
      N_ ("In the inspector, choose the engagement there is and the one you want."),
      N_ ("Plan an action for the longest arrows to the right.") },
    N_ ("In the sample, Finance has the power to stop the launch, little interest, and resists: "
        "the "
        "party to speak with first."),
    N_ ("Interest changes faster than power. Look again after each milestone.") },
  { "stakeholders",
    "register",
    "stakeholders",
    N_ ("Register"),
    N_ ("Every party with what is known of it, and below, who is touched by a shared goal and was "
        "never asked."),
    { N_ ("Type a name and press Enter; Tab makes it part of the party above."),
      N_ ("Go through the list below: each line is a conversation to have."),
      N_ ("Press Ask to plan the question for this week.") },
    N_ ("In the sample, Larsson Stores is a party like any department, with its own goals and its "
        "own "
        "points."),
    N_ ("Writing down departments only. People decide, and partners are not departments.") },
  { "stakeholders",
    "needs",
    "stakeholders",
    N_ ("Needs"),
    N_ ("What each party needs or expects, and the goal that meets it. A need without a goal is a "
        "question that waits."),
    { N_ ("Ask: what must happen so that you can do your part?"),
      N_ ("Write it in their words, with who said it."),
      N_ ("Choose the goal that meets it, or decline it and say why.") },
    N_ ("In the sample, Production needs four weeks to qualify the line; the plan gives four, and "
        "not one day more."),
    N_ ("Hearing a solution and not the need behind it. “More people” may mean “fewer changes”.") },
  { "stakeholders",
    "roles",
    "stakeholders",
    N_ ("Roles"),
    N_ ("Who does the work (R), who answers for it (A), who is asked before (C) and who is told "
        "after "
        "(I)."),
    { N_ ("Type R, A, C or I into a cell; with Shift a letter is added."),
      N_ ("Read each row: exactly one A, at least one R."),
      N_ ("Read each column: who answers for too much?") },
    N_ ("In the sample, Larsson Stores is consulted about the displays that will stand in its own "
        "shops."),
    N_ ("Two who answer for it are nobody who answers for it.") },
  { "stakeholders",
    "communication",
    "stakeholders",
    N_ ("Communication"),
    N_ ("How and how often somebody speaks with each party, and whose turn it is. The more overdue "
        "and the more power and interest, the further up."),
    { N_ ("Give each party a channel, a rhythm and somebody who keeps it."),
      N_ ("Press T after a conversation: today is noted for the selected parties."),
      N_ ("Work from the top of the list.") },
    N_ ("In the sample, somebody should visit Customer service every three weeks. The last visit "
        "is "
        "four weeks ago."),
    N_ ("A message that was sent is not a message that has arrived. Ask for an answer when it "
        "matters.") },

  /* --- Timeline --- */
  { "timeline",
    NULL,
    "timeline",
    N_ ("Timeline"),
    N_ ("Who does what by when, what waits for what, and what decides the last day."),
    { N_ ("Add milestones first: the dates that others rely on."),
      N_ ("Add the tasks that lead there, each with the goal it serves."),
      N_ ("Link what must wait, and look at the critical path: a day lost there is a day lost.") },
    N_ ("In the sample, the design freeze moved from 27 November to 11 December; the pale bar "
        "behind "
        "it is what was agreed."),
    N_ ("A date that the giver and the taker understand differently. Write both down.") },

  { "timeline",
    "tasks",
    "timeline",
    N_ ("Tasks"),
    N_ ("All tasks with everything that is said of them, in one table."),
    { N_ ("Sort by what you ask: the day, who is responsible, the goal it serves."),
      N_ ("Fill what is empty; a task that nobody answers for is nobody’s."),
      N_ ("Select several rows and change them together in the inspector.") },
    N_ ("In the sample, the usability test serves a goal of its own, is done by the design team, "
        "and Anna Weber answers for it."),
    N_ ("Fifty small tasks. What takes less than a day belongs on somebody’s own list.") },
  { "timeline",
    "hand-offs",
    "timeline",
    N_ ("Hand-Offs"),
    N_ ("What one side gives to another: when it is promised, when it is needed, and how many days "
        "lie between."),
    { N_ ("Write down what is handed over and who waits for it."),
      N_ ("Ask the giver for a day, and the taker for another."),
      N_ ("Speak about the first line: it comes latest. Name who settles questions.") },
    N_ ("In the sample, the design freeze is promised for 11 December, and Production needs it for "
        "the molds a week before."),
    N_ ("One date for both. It is the giver’s, and the taker never saw it.") },
  { "timeline",
    "slip",
    "timeline",
    N_ ("Slip"),
    N_ ("When each milestone was expected, report by report. A flat line is a date that is kept, "
        "one that climbs slips."),
    { N_ ("Report on each milestone at each meeting, also when nothing changed."),
      N_ ("Look for lines that climb a little each time."),
      N_ ("Remove the cause, or plan with the day on which the line would end.") },
    N_ ("In the sample, the start of series production slips a week a month, and the launch day "
        "has not moved yet."),
    N_ ("A date that is kept until the last week and then moves by a month. Ask earlier what it "
        "rests on.") },

  /* --- Alignment --- */
  { "alignment",
    NULL,
    "alignment",
    N_ ("Findings"),
    N_ ("What does not fit together, whom it concerns, what it rests on, and what can be done. The "
        "index is what is left of 100 when every finding has taken its points."),
    { N_ ("Press F8: the next finding opens, the worst first."),
      N_ ("Read what each remedy would change; it is shown before anything happens."),
      N_ ("Apply one, accept it with a reason, or take it to the next meeting.") },
    N_ ("In the sample, Marketing and Production disagree about nine months of development, and "
        "the "
        "board decides on 1 December."),
    N_ ("Chasing the number. 80 with half of it assessed says less than 60 with all of it.") },
  { "alignment",
    "stands-together",
    "alignment",
    N_ ("Who Stands Together"),
    N_ ("How much each two parties agree and oppose over all shared goals: thick lines are much, "
        "dashed lines are against each other."),
    { N_ ("Look for the thickest dashed line."),
      N_ ("Press it: the goals that cause it are named."),
      N_ ("Bring these two together before the meeting, not in it.") },
    N_ ("In the sample, Sales and Finance agree about the launch and oppose each other over the "
        "price "
        "and the margin."),
    N_ ("A thin line may mean peace, or that hardly anything was asked. Point at it to see what it "
        "rests on.") },
  { "alignment",
    "priorities",
    "priorities",
    N_ ("Priorities and Money"),
    N_ ("What comes first for whom, and whether the money follows."),
    { N_ ("Choose a party and let it spread 100 points over the shared goals."),
      N_ ("Or drag the goals into its order, or compare them in pairs."),
      N_ ("Follow the thick lines: there, two orders differ by three places or more.") },
    N_ ("In the sample, Production gives 40 points to quality and none to the price; Finance gives "
        "40 to the price and 10 to quality."),
    N_ ("Everything is important. Points hurt, and that is what they are for.") },
  { "alignment",
    "trust",
    "alignment",
    N_ ("Trust and What Moved"),
    N_ ("Whether trust grows or falls on both sides, which promises were kept, and what moved "
        "since "
        "it was agreed."),
    { N_ ("Ask both sides the same five questions each quarter."),
      N_ ("Note promises when they are made, with a day."),
      N_ ("Look at what moved before the other side does.") },
    N_ ("In the sample, the terms came late and two devices never came; how reliable we are fell "
        "from 4 "
        "to 3."),
    N_ ("Asking one side only. Each believes that it is the reliable one.") },
  { "alignment",
    "charter",
    "alignment",
    N_ ("Alliance Charter"),
    N_ ("What partners agreed: shared objectives, what each expects, who settles a quarrel and "
        "until "
        "when, with lines to sign."),
    { N_ ("Write down what each side gives and takes."),
      N_ ("Name the two people who settle, and the days they have."),
      N_ ("Sign: what was agreed is kept, and what moves later is shown.") },
    N_ ("In the sample, Priya Nair and Erik Larsson settle within five working days, then the two "
        "managing directors."),
    N_ ("Signing objectives without the way out. An alliance needs an end and a day to look at "
        "it.") },
  { "alignment",
    "conflicts",
    "conflicts",
    N_ ("Conflicts"),
    N_ ("What is open between two parties: what each wants, the options with who gains and who "
        "loses, "
        "who decides and until when."),
    { N_ ("Press C on a cell of the matrix, or take a finding here."),
      N_ ("Write what each side is after, not what it demands."),
      N_ ("Find a third option before anybody decides.") },
    N_ ("In the sample, 32 percent margin and 60,000 euros for displays is the option with which "
        "both "
        "can live."),
    N_ ("A conflict without a day to decide becomes a habit.") },

  /* --- Reviews --- */
  { "reviews",
    NULL,
    "reviews",
    N_ ("Check-Ins"),
    N_ ("Where each goal stands, in the words of who owns it. One line a goal, by keys alone."),
    { N_ ("Press Ctrl+E: the line of the selected goal is ready."),
      N_ ("Type progress, confidence and a few words."),
      N_ ("Press Enter: it is stored, and the next goal is ready.") },
    N_ ("In the sample, 31 of 40 households were fast enough. Progress says 45 %, and the words "
        "say "
        "why."),
    N_ ("Progress without confidence. 80 % done and 40 % sure is a warning, not good news.") },
  { "reviews",
    "meetings",
    "reviews",
    N_ ("Meetings"),
    N_ ("When the plan was looked at together, what was said, and how well it was aligned on that "
        "day."),
    { N_ ("Add a line for each meeting, with its day."),
      N_ ("Keep the notes short: what changed, what is open."),
      N_ ("Compare the index with that of the meeting before.") },
    N_ ("In the sample, the check-in of 9 November says what is open between Marketing and "
        "Production."),
    N_ ("Meetings that end without an owner and a day for each action.") },
  { "reviews",
    "decisions",
    "reviews",
    N_ ("Decisions"),
    N_ ("What was decided, by whom and why, and who knows of it."),
    { N_ ("Write the decision in one sentence, with its reason."),
      N_ ("Choose what it is about; those who hold a stake there should hear of it."),
      N_ ("Watch the last column: how many of them have confirmed it.") },
    N_ ("In the sample, the sensor stays, whatever it costs. Nobody needs to ask again."),
    N_ ("A decision without its reason is reopened by whoever comes next.") },
  { "reviews",
    "outcomes",
    "reviews",
    N_ ("Outcomes"),
    N_ ("What came of the goals that are done or dropped, and what was learned."),
    { N_ ("Close a goal when its day has come, not when it is forgotten."),
      N_ ("Write what was reached against what was measured."),
      N_ ("Add the lesson, for those who do it next time.") },
    N_ ("In the sample, six colors were dropped: each one costs nine days on the line."),
    N_ ("Learning from failures only. What went well was rarely luck.") },
  { "reviews",
    "trash",
    "file",
    N_ ("Deleted"),
    N_ ("What was deleted, and can come back with everything that hung on it."),
    { N_ ("Choose a record."), N_ ("Press Restore."),
      N_ ("It stands where it stood, and undo takes that back, too.") },
    N_ ("Delete a goal of the sample: its parts, positions and links come back with it."),
    N_ ("Deleting what was dropped. A dropped goal with its reason is worth more than a gap.") },

  { "reviews",
    "due",
    "reviews",
    N_ ("Due"),
    N_ ("What was not looked at for long, and goals whose day has come: is it still true, and what "
        "came of it?"),
    { N_ ("Go through the list from the top."),
      N_ ("Press Enter on what is still true; its clock begins again."),
      N_ ("Close a goal whose day has come, with what was reached.") },
    N_ ("In the sample, goals are looked at every 90 days, positions every 120."),
    N_ ("Saying yes without looking. A clock that is only wound says nothing.") },
  { "reviews",
    "changes",
    "reviews",
    N_ ("Changes"),
    N_ ("What was changed in measures, targets and words that were agreed: before, after, why, and "
        "who decided."),
    { N_ ("Enter the reason when you change a target; the inspector asks for it."),
      N_ ("Say who decided."), N_ ("Tell those who rely on the old one.") },
    N_ ("In the sample, the unit cost may be 41 euros and not 40 any more, and Claire Dubois "
        "decided so."),
    N_ ("Moving a target to where the arrow hit. The reason shows the difference.") },

  /* --- Direction --- */
  { "direction",
    NULL,
    "direction",
    N_ ("Vision, Mission, Values"),
    N_ ("Where we want to be, what we are there for, and what we do not do on the way."),
    { N_ ("Write the vision as something one could see."),
      N_ ("Write values that rule something out."),
      N_ ("Mark goals that work against a value; a finding keeps watch.") },
    N_ ("In the sample: clean air in every home, understood at a glance."),
    N_ ("Values that nobody could be against. They decide nothing.") },
  { "direction",
    "objectives",
    "direction",
    N_ ("Objectives"),
    N_ ("The few goals that all others serve, with what they rest on."),
    { N_ ("Keep to five."), N_ ("Give each an owner, a measure and a day."),
      N_ ("Look at the last column: an objective that nothing serves is a wish.") },
    N_ ("In the sample, five objectives carry nearly thirty goals; quality has 20 of 100 points of "
        "weight."),
    N_ ("More than five. Who has nine priorities has none.") },
  { "direction",
    "current-state",
    "direction",
    N_ ("Current State"),
    N_ ("Where each KPI stood at the start, on which day, and who says so."),
    { N_ ("Measure before you change anything."), N_ ("Write the day and the source."),
      N_ ("Leave it alone from then on: it is what progress is measured by.") },
    N_ ("In the sample, 62 % of the households set up the device within five minutes in September; "
        "90 % "
        "is the target."),
    N_ ("A baseline that was estimated afterwards always flatters.") },
  { "direction",
    "signals",
    "direction",
    N_ ("Signals"),
    N_ ("What changes around the plan, and the goal that should be looked at again because of it."),
    { N_ ("Note a signal when you hear it, with its source."),
      N_ ("Choose the goal that it touches: its clock runs out."),
      N_ ("Say what came of it when you looked.") },
    N_ ("In the sample, a rival announces a device for 99 euros; the goal about the price has to "
        "be "
        "looked at."),
    N_ ("Collecting news. A signal touches a goal, or it is none.") },

  { "direction",
    "values",
    "direction",
    N_ ("Values"),
    N_ ("What we do not do on the way, and which goals serve or strain it."),
    { N_ ("Write values that rule something out."),
      N_ ("In the inspector of a goal, say which value it serves or strains."),
      N_ ("Read the last column, and speak about what stands there.") },
    N_ ("In the sample, six colors at launch strain “One plan for all departments”."),
    N_ ("Values that nobody could be against. They decide nothing.") },
  { "direction",
    "swot",
    "direction",
    N_ ("SWOT"),
    N_ ("What helps and hinders from inside, strengths and weaknesses, and from outside, "
        "opportunities and threats."),
    { N_ ("Write one line each, with what it rests on."),
      N_ ("Choose the goal or risk that answers it."),
      N_ ("Freeze the state on the first day, to compare with later.") },
    N_ ("In the sample, 14 months from idea to series is a weakness, and a goal answers it."),
    N_ ("A list without answers. What no goal or risk takes up stays a list.") },
  /* --- Resources --- */
  { "resources",
    NULL,
    "resources",
    N_ ("Budget"),
    N_ ("What the goals cost, who pays it, and how much is committed and spent."),
    { N_ ("Add a line for each sum, with the goal it is for."), N_ ("Choose the party that pays."),
      N_ ("Enter committed and spent as they come.") },
    N_ ("In the sample, 825,000 euros are planned, 335,000 of them by Production."),
    N_ ("Planned is not promised. Ask who signs.") },
  { "resources",
    "people",
    "resources",
    N_ ("People"),
    N_ ("How full each week of everybody is, as a number. What is too much is boxed."),
    { N_ ("Give each person or team the number of people it has."),
      N_ ("Assign them to tasks, in people."),
      N_ ("Look for boxes, and move a task or share it.") },
    N_ ("In the sample, Anna Weber has the approval and the endurance test in the same weeks."),
    N_ ("Planning everybody at 100 %. Somebody is always ill.") },
  { "resources",
    "waste",
    "resources",
    N_ ("Waste"),
    N_ ("Money and work that lead to no objective, go on for a goal that was parked or dropped, or "
        "are paid twice."),
    { N_ ("Read the largest bar first."),
      N_ ("Link the work to the goal it serves, if it serves one."),
      N_ ("Else stop it, and say so to those who do it.") },
    N_ ("In the sample, 9,000 euros are committed for a market that was parked in October."),
    N_ ("Not all that cannot be linked is waste. Ask before you stop it.") },

  { "resources",
    "technology",
    "resources",
    N_ ("Technology"),
    N_ ("Machines and rooms that several tasks need, and how full they are."),
    { N_ ("Add each with its capacity."), N_ ("Book it for the tasks that need it."),
      N_ ("Look for weeks that are too full.") },
    N_ ("In the sample, the climate chambers are needed for the endurance test."),
    N_ ("Planning people only. A test bench is booked out sooner than its engineer.") },
  { "resources",
    "bookings",
    "resources",
    N_ ("Bookings"),
    N_ ("Who and what is booked for which task, from when to when, and how much of the day."),
    { N_ ("Choose the person and the task below the table, and press Enter in a row."),
      N_ ("Type the share: 100 % is all day, 200 % two people of a team."),
      N_ ("Give a booking to somebody else by typing the name over it.") },
    N_ ("In the sample, the endurance test takes one and a half of the climate chambers."),
    N_ ("Booking a team and its members too. The same hours then count twice.") },
  { "resources",
    "priorities",
    "resources",
    N_ ("Priorities"),
    N_ ("What comes first for each party, and beside it what gets most of the money."),
    { N_ ("Let each party spread its points on the page Alignment."),
      N_ ("Follow the thick lines: there money and words go apart."),
      N_ ("Move the money, or say openly that the order is another one.") },
    N_ ("In the sample, the start of series production gets 42 % of the money and weighs 8 %."),
    N_ ("Reading the order of one party as that of all. Look at the first column, too.") },
  { "resources",
    "support",
    "resources",
    N_ ("Support"),
    N_ ("What one party asked another for, and whether it was promised and delivered."),
    { N_ ("Write who asked whom, for which goal and by when."),
      N_ ("Change the status when it is promised, and when it is there."),
      N_ ("Speak about what is overdue; a finding reminds you.") },
    N_ ("In the sample, Production promised a second test engineer by 13 November."),
    N_ ("Support that was promised in the corridor. Write it down while both remember.") },
  /* --- Risks --- */
  { "risks",
    NULL,
    "risks",
    N_ ("Risks"),
    N_ ("What could go wrong, how likely that is and what it would cost, now and after "
        "countermeasures."),
    { N_ ("Name the event, not the worry."),
      N_ ("Choose probability and impact from 1 to 5, before and after."),
      N_ ("Give each an owner who would notice first.") },
    N_ ("In the sample, the brighter display may break the unit cost: 4 by 3, and 2 by 2 once it "
        "is a "
        "model of its own."),
    N_ ("A list that is written once. Risks age like everything else.") },
  { "risks",
    "plans",
    "risks",
    N_ ("Contingency Plans"),
    N_ ("What is done when it happens, and what sets it off: a limit, a day or an event."),
    { N_ ("Write the plan while there is time to think."),
      N_ ("Choose a trigger that nobody can argue about."),
      N_ ("Start the plan when it is met: its tasks become live in one step.") },
    N_ ("In the sample, no signature by 11 December means: take Nordhem as second chain."),
    N_ ("A plan without a trigger is a hope; a trigger without a plan is an alarm that nobody "
        "hears.") },

  /* --- Print --- */
  { "print",
    NULL,
    "print",
    N_ ("Print"),
    N_ ("What to hand out: a pack for a meeting, or one picture, as it will stand on paper."),
    { N_ ("Choose the sheet or the pack, and for whom the copy is."),
      N_ ("Look at the preview; it says how small the smallest letters are."),
      N_ ("Press Ctrl+P, or export a file.") },
    N_ ("In the sample, the one-pager shows the index, twelve goals by party and the five worst "
        "findings."),
    N_ ("A guess about a partner on paper. It is left out of their copy; look before you hand out "
        "yours.") },
};

const SlLearnText *
sl_learn_text_find (const char *page, const char *tab)
{
  const SlLearnText *found = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (g_strcmp0 (texts[i].page, page) == 0)
      {
        if (texts[i].tab != NULL && g_strcmp0 (texts[i].tab, tab) == 0)
          return &texts[i];
        if (texts[i].tab == NULL)
          found = &texts[i];
      }
  return found;
}

const SlLearnText *
sl_learn_text_all (guint *n)
{
  *n = G_N_ELEMENTS (texts);
  return texts;
}
