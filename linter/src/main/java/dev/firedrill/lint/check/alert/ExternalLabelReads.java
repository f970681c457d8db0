package dev.firedrill.lint.check.alert;

import dev.firedrill.diagnostic.Location;
import dev.firedrill.lint.Findings;
import dev.firedrill.rules.Rule.AlertingRule;
import java.util.ArrayList;
import java.util.List;

/// The external labels that templates of an alert print.
public final class ExternalLabelReads {
  private ExternalLabelReads() {}

  /// A read of one external label.
  public record Read(String label, Location location) {}

  /// {@return each read that prints a single external label, in the order of the templates}
  public static List<Read> of(AlertingRule rule, Findings findings) {
    List<Read> reads = new ArrayList<>();
    for (AlertTemplate template : AlertTemplate.of(rule, findings)) {
      template.references().below("ExternalLabels").stream()
          .filter(read -> read.path().size() == 2 && !read.bound())
          .forEach(read -> reads.add(new Read(read.name(), template.locate(read.span()))));
    }
    return reads;
  }
}
