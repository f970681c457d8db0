package dev.firedrill.cli.promtool;

import dev.firedrill.cli.console.OrderedOutput;
import dev.firedrill.labels.GoQuote;

/// Which linting checks `--lint` asks for.
///
/// @param duplicateRules whether rules of one name and one set of labels are looked for
/// @param scrapeIntervals whether scrape intervals are compared with the lookback
record LintOptions(boolean duplicateRules, boolean scrapeIntervals) {
  static final String DUPLICATE_RULES = "duplicate-rules";
  private static final String SCRAPE_INTERVALS = "too-long-scrape-interval";

  private static final LintOptions NONE = new LintOptions(false, false);

  /// {@return the choice for rule files; `none` takes nothing away}
  static LintOptions forRules(String list, OrderedOutput output) {
    boolean duplicates = false;
    for (String option : list.split(",", -1)) {
      switch (option) {
        case "all", DUPLICATE_RULES -> duplicates = true;
        case "none" -> {}
        default -> output.out("WARNING: unknown lint option: " + GoQuote.quote(option));
      }
    }
    return new LintOptions(duplicates, false);
  }

  /// {@return the choice for Prometheus's configuration; `none` takes everything away}
  static LintOptions forConfig(String list, OrderedOutput output) {
    boolean intervals = false;
    boolean none = false;
    StringBuilder others = new StringBuilder();
    for (String option : list.split(",", -1)) {
      intervals |= option.equals("all") || option.equals(SCRAPE_INTERVALS);
      none |= option.equals("none");
      if (!option.equals("none") && !option.equals(SCRAPE_INTERVALS)) {
        others.append(others.isEmpty() ? "" : ",").append(option);
      }
    }
    if (none) {
      return NONE;
    }
    boolean asked = !others.isEmpty() || list.isEmpty();
    boolean duplicates = asked && forRules(others.toString(), output).duplicateRules();
    return new LintOptions(duplicates, intervals);
  }
}
