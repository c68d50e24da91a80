/** What `--help` prints, for the program and for each command. */
export const programHelp = `lodestock: safety stock, reorder points and orders for rare-earth magnet parts
under export licences and policy timelines.

usage: lodestock COMMAND …

  recommend FILE   what to hold and order of every part, with totals and reasons
  explain FILE PART  why one part needs what it needs, with sources
  orders FILE      what to order when, until when to order before policy changes, as a calendar
  project FILE PART  stock of one part by week, simulated: percentiles, risk of being short
  prove FILE       what these levels and others achieve over simulated futures and the past
  timeline [FILE]  policy events, phases and scenarios in force, with sources and age
  sample           a sample plan as a plan file
  check FILE       validation only
  plans            the plans kept by the desktop app: list, show, export
  diff A B         what changed between two plans, and what it does to safety stock
  merge BASE MINE THEIRS  two copies of one plan brought together
  sensitivity FILE  what a quarter less and more of each input does to safety stock
  budget FILE LIMIT  safety stocks within a limit on the cash in them
  export PLAN      one table of a plan for Excel or an ERP, for a region
  import FILE      read an export of any ERP: parts, stock, usage or orders

FILE is a plan file, a parts table (CSV with headings such as "part number",
"lead time (days)", "usage per week") or a plan document (JSON).

--decimal comma|point answers, for a parts table, what nothing in the file tells.
lodestock COMMAND --help tells the options of a command. Nothing is ever asked.
Exit code 0: done. 1: the file has problems, all of them on standard error with
file, line, column and a sentence. 2: the call is wrong or the file cannot be used.
`

/** Help of each command. */
export const commandHelp: Readonly<Record<string, string>> = {
  recommend: `usage: lodestock recommend FILE [--date YYYY-MM-DD] [--scenario NAME|weighted|worst] [--out FILE] [--json] [--decimal comma|point]

Prints a table for people. With --out, writes CSV (or, with --json, JSON) for machines;
with --json alone prints JSON. Files are written whole or not at all.

  --date       day to plan for (default: the plan's own, else today)
  --scenario   weighted: all scenarios by their weights; worst: the worst of them;
               or the name of one scenario (default: the plan's own attitude)
  --decimal    decimal sign of a parts table in which nothing proves it
`,
  explain: `usage: lodestock explain FILE PART [--date YYYY-MM-DD] [--scenario NAME|weighted|worst] [--decimal comma|point]

PART is a part number, "number@plant" where several plants have it, or our part id.
Prints contributions that add up, levels to compare with and the service they give,
inputs, the controls that apply and why, warnings, assumptions and sources.
`,
  orders: `usage: lodestock orders FILE [--until YYYY-MM-DD] [--out FILE.csv|FILE.ics] [--json]
                        [--date YYYY-MM-DD] [--scenario NAME|weighted|worst] [--decimal comma|point]

Prints the orders due from the planning date on, with the day they are expected and the days
by which half and nine in ten of such orders are received; the last days to order before an
export control gets worse; and when open orders may be expected.

  --until    last order date (default: 13 weeks after the planning date; at most the horizon)
  --out      writes the orders as CSV, or, with a name ending in .ics, a calendar: orders due,
             receipts and licence decisions expected, last days to order, policy dates
  --json     prints the outlook of every part as JSON, or, with --out, writes it
`,
  project: `usage: lodestock project FILE PART [--weeks N] [--paths N] [--seed S] [--stop YYYY-MM-DD] [--independent]
                        [--date YYYY-MM-DD] [--scenario NAME|weighted|worst] [--json] [--decimal comma|point]

PART is a part number, "number@plant" where several plants have it, or our part id.
Simulates the part day by day and prints, by week, percentiles of its net stock and the
probability of being short: ordering by the levels, and with no further orders. Then when it
runs out, what buying forward would cost and save, and open orders.

  --weeks        weeks to look ahead, 4 to 156 (default: the plan's horizon)
  --paths        simulated futures, 100 to 100000 (default 2000)
  --seed         whole number; the same seed gives the same figures everywhere (default 1)
  --stop         how long the part lasts if nothing leaves the border from this day on
  --independent  draws the waits of every order anew; then orders may overtake each other
`,
  prove: `usage: lodestock prove FILE [--paths N] [--seed S] [--part PART] [--stop YYYY-MM-DD] [--json] [--out FILE]
                       [--date YYYY-MM-DD] [--scenario NAME|weighted|worst] [--decimal comma|point]

Puts the recommended levels, levels that ignore export controls, the textbook's and your
ERP's to the proof: what each achieves over simulated futures, and what each would have
achieved on the part's own dated usage under the timeline as it was. Figures carry their
standard errors; with few paths they are rough.

  --paths  simulated futures a part, 100 to 100000 (default 500)
  --seed   whole number; the same seed gives the same figures everywhere (default 1)
  --part   one part only
  --stop   which product stops first, when and for want of which magnet, if nothing that an
           export control applies to leaves the border from this day on
  --out    writes the JSON to a file
`,
  timeline: `usage: lodestock timeline [FILE] [--date YYYY-MM-DD] [--decimal comma|point]

Without FILE the built-in timeline. Prints how old the facts are, every event with its
sources and the article's contradictions, the scenarios, the phases of every control
in each scenario, and the licence waits to choose from.
`,
  sample: `usage: lodestock sample [--out FILE]

Prints the sample plan as a plan file, or writes it to FILE.
`,
  diff: `usage: lodestock diff A B [--json] [--date YYYY-MM-DD] [--decimal comma|point]

Prints every value, row and part that was changed, added or removed from A to B, and how
much of the change in safety stock each causes: the changes are made one after the other,
in a stated order, and their effects add up to the whole.

  --date     day to plan for where a plan leaves it open (default: today)
`,
  merge: `usage: lodestock merge BASE MINE THEIRS [--take mine|theirs] [--join] [--accept-deletions]
                       [--out FILE] [--json] [--date YYYY-MM-DD] [--decimal comma|point]

Merges two copies, MINE and THEIRS, of the plan BASE, value by value: what one side changed
is taken, what both changed differently is a conflict, with its effect on safety stock.
While a conflict is undecided nothing is written and the exit code is 1. Where BASE is lost,
write - in its place: rows are then compared by the check codes of THEIRS.

  --take              decides every conflict for mine or for theirs
  --join              takes a part that both added, by number and plant, for one part
  --accept-deletions  deletes what THEIRS deleted and MINE left alone (else only proposed)
  --out               writes the merged plan as a plan file
`,
  sensitivity: `usage: lodestock sensitivity FILE [--json] [--date YYYY-MM-DD] [--decimal comma|point]

Changes one input of the whole plan at a time, by a quarter down and up, and prints what that
does to the cash in safety stock, the input with the greatest effect first.

  --date     day to plan for (default: the plan's own, else today)
`,
  budget: `usage: lodestock budget FILE LIMIT [--json] [--date YYYY-MM-DD] [--decimal comma|point]

Prints the safety stocks that keep expected shortage cost least while the cash in them stays
within LIMIT (plan currency, such as 250000). A part's target tells what a late unit is worth;
the odds of every target are divided by one number, so that all parts give way alike.

  --date     day to plan for (default: the plan's own, else today)
`,
  export: `usage: lodestock export PLAN --table parts|usage|orders|results [--region REGION] [--bare] [--out FILE.csv|FILE.xlsx]
                        [--date YYYY-MM-DD] [--scenario NAME|weighted|worst] [--decimal comma|point]

Writes one rectangular table with headings on line 1: parts, usage by month, open orders, or
what is recommended. With an .xlsx file, cells are typed and every region reads them alike.

  --region   this-computer, international (comma, point, 2026-11-23), german, french, swiss,
             us or uk (default: the plan's own setting)
  --bare     for uploads into an ERP: texts without our apostrophes; each cell that a
             spreadsheet would run or change is listed on standard error
  --date, --scenario   as in recommend, for the table of results
`,
  import: `usage: lodestock import FILE [--kind parts|stock|usage|orders|assemblies] [--map COLUMN=FIELD]…
                        [--answer QUESTION=CHOICE]… [--date YYYY-MM-DD] [--json]
                        [--into PLAN.csv] [--match PART=ID]… [--rejected FILE]

Reads an export of an ERP or a spreadsheet (CSV in any encoding, .xlsx) and says what was
understood, what nothing in the file tells, and what became of every line. Changes nothing
unless --into is given.

  --kind    what the file is about, where its headings do not say it
  --map     a column (its heading, or its letter) is a field such as onHand; or ignore
  --answer  answers a question that was printed, for example decimal=comma; sheet=NAME reads
            that sheet of a workbook instead of the first with a table
  --date    today, for what is not history yet (default: this computer's)
  --json    prints the result as JSON
  --into    updates this plan file (or begins it) in one step: a list of parts writes master
            data and stock, other lists only what an ERP owns, and only cells that have a value
  --match   a part number of the file is a part of the plan (by our id), or new, or skip
  --rejected  writes the lines that were held to this file, each with its reason
`,
  check: `usage: lodestock check FILE [--decimal comma|point]

Reads and validates FILE; prints every problem and changes nothing.
`,
  plans: `usage: lodestock plans list [--trash] [--json]
       lodestock plans show PLAN [--json]
       lodestock plans export PLAN [--out FILE] [--revision NUMBER] [--decimal comma|point]

The plans of the library that Lodestock's windows keep. PLAN is an id or a title.
A library that another Lodestock has open is refused, naming who has it.
From a library of a newer version plans are listed and exported all the same, and nothing
in it is changed; a plan in a format this program does not know is written as JSON.

  --data      folder of the library (default: LODESTOCK_DATA, else your own data folder)
  --trash     the plans in the trash instead
  --revision  a kept version by its number, as plans show tells it
  --decimal   decimal sign of the plan file (default: point)
`,
}
