package dev.firedrill.cli.report;

import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.test.coverage.Coverage;
import dev.firedrill.rules.test.coverage.RuleCoverage;
import dev.firedrill.rules.test.coverage.RuleCoverage.BranchCoverage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What tests cover, in the format of `geninfo`: a rule is a function, the lines of its text are
/// lines of code, and the ways through its expression are branches. Counts are counts of tests.
public record LcovReport(Coverage coverage) implements Report {
  @Override
  public void write(Appendable out) throws IOException {
    Map<String, List<RuleCoverage>> files = new LinkedHashMap<>();
    for (RuleCoverage rule : coverage.rules()) {
      String path = rule.rule().location().file().path();
      files.computeIfAbsent(path, key -> new ArrayList<>()).add(rule);
    }
    for (Map.Entry<String, List<RuleCoverage>> file : files.entrySet()) {
      StringBuilder record = new StringBuilder();
      line(record, "TN:");
      line(record, "SF:" + file.getKey());
      functions(record, file.getValue());
      branches(record, file.getValue());
      lines(record, file.getValue());
      line(record, "end_of_record");
      out.append(record);
    }
  }

  private static void functions(StringBuilder out, List<RuleCoverage> rules) {
    Set<String> taken = new HashSet<>();
    List<String> names = new ArrayList<>();
    int hit = 0;
    for (RuleCoverage rule : rules) {
      String name = rule.rule().name().value();
      // Names of functions are unique in a file, those of alerts need not be.
      names.add(taken.add(name) ? name : name + ":" + firstLine(rule.rule()));
      line(out, "FN:" + firstLine(rule.rule()) + "," + names.getLast());
      hit += rule.covered() ? 1 : 0;
    }
    for (int i = 0; i < names.size(); i++) {
      line(out, "FNDA:" + rules.get(i).tests() + "," + names.get(i));
    }
    line(out, "FNF:" + names.size());
    line(out, "FNH:" + hit);
  }

  private static void branches(StringBuilder out, List<RuleCoverage> rules) {
    int count = 0;
    int hit = 0;
    int block = -1;
    for (RuleCoverage rule : rules) {
      int number = 0;
      int before = -1;
      for (BranchCoverage branch : rule.branches()) {
        int place = branch.location().span().start();
        block += place == before ? 0 : 1;
        number = place == before ? number + 1 : 0;
        before = place;
        String tests = rule.covered() ? String.valueOf(branch.tests()) : "-";
        int line = branch.location().start().line();
        line(out, "BRDA:" + line + "," + block + "," + number + "," + tests);
        count++;
        hit += branch.taken() ? 1 : 0;
      }
    }
    line(out, "BRF:" + count);
    line(out, "BRH:" + hit);
  }

  private static void lines(StringBuilder out, List<RuleCoverage> rules) {
    Map<Integer, Integer> counts = new TreeMap<>();
    for (RuleCoverage rule : rules) {
      Location place = rule.rule().location();
      SourceFile file = place.file();
      for (int line = firstLine(rule.rule()); line <= lastLine(rule.rule()); line++) {
        String text = file.line(line).strip();
        if (!text.isEmpty() && !text.startsWith("#")) {
          counts.merge(line, rule.tests(), Math::max);
        }
      }
    }
    counts.forEach((line, count) -> line(out, "DA:" + line + "," + count));
    line(out, "LF:" + counts.size());
    line(out, "LH:" + counts.values().stream().filter(count -> count > 0).count());
  }

  private static int firstLine(Rule rule) {
    return rule.location().start().line();
  }

  // The place after a rule is often the start of the line after it.
  private static int lastLine(Rule rule) {
    Location place = rule.location();
    String text = place.file().text();
    int end = place.span().end();
    while (end > place.span().start() && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return place.file().position(end).line();
  }

  private static void line(StringBuilder out, String text) {
    out.append(text).append('\n');
  }
}
