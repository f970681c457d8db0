package dev.firedrill.alertmanager.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.alertmanager.Matcher;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.labels.LabelMatcher.Operator;
import dev.firedrill.labels.Labels;
import dev.firedrill.prometheus.OutgoingLabels;
import dev.firedrill.prometheus.PrometheusConfig;
import dev.firedrill.prometheus.PrometheusReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Whatever rules of relabelling make of an alert is among what is thought possible of it.
class PossibleSendingProperties {
  private static final List<String> NAMES = List.of("alertname", "job", "rack", "severity", "x_a");
  private static final List<String> VALUES = List.of("", "a", "b", "page", "Down;a");
  private static final List<String> REGEXES =
      List.of("(.*)", ".+", "a|b", "(a|page).*", "job|rack", "x_(.*)", "", "[^;]*", "a)|(b");
  private static final List<String> TEXTS = List.of("$1", "c", "", "${1}_x", "rack", "$0$0");

  /// Any of these, else what nothing is known of.
  private static final List<String> OPEN_NAMES = List.of("job", "rack", "zone", "team", "x_b");

  @Property(tries = 500)
  void coversWhatIsSent(@ForAll long seed) {
    Random random = new Random(seed);
    boolean open = random.nextBoolean();
    KnownLabels known = open ? KnownLabels.ANY : KnownLabels.NONE;
    Labels.Builder alert = new Labels.Builder();
    for (String name : NAMES) {
      int kind = random.nextInt(4);
      String value = any(VALUES, random);
      if (kind == 0) {
        known = known.with(name, LabelKnowledge.oneOf(List.of(value, any(VALUES, random))));
      } else if (kind == 1) {
        known = known.with(name, LabelKnowledge.anything());
      } else if (kind == 2 && !value.isEmpty()) {
        known = known.with(name, LabelKnowledge.present(name));
      } else {
        known = known.with(name, LabelKnowledge.of(value));
      }
      alert.set(name, value);
    }
    if (open) {
      alert.set(any(OPEN_NAMES.subList(2, 5), random), any(VALUES, random));
    }
    String text = config(random);
    PrometheusConfig config =
        PrometheusReader.read(SourceFile.of("prometheus.yml", text), Map.of()).get().orElseThrow();
    PossibleSending possible = PossibleSending.of(known, config.alertRelabelConfigs());
    OutgoingLabels outgoing = config.outgoing(Map.of());
    Optional<Labels> sent = outgoing.of(alert.build());
    String told = text + alert.build() + " of " + known + " became " + sent + ": " + possible;
    boolean bare = sent.isEmpty() && possible.sent();
    if (sent.isPresent()) {
      assertThat(possible.sent()).as(told).isTrue();
      for (String name : sent.get().names()) {
        covers(possible, name, sent.get().get(name), told);
      }
      for (String name : List.of("alertname", "job", "rack", "severity", "zone", "team", "other")) {
        covers(possible, name, sent.get().get(name), told);
      }
    } else if (bare && possible.filters().isEmpty()) {
      // Nothing drops it: no label may be left.
      for (String name : NAMES) {
        covers(possible, name, "", told);
      }
    }
  }

  private static void covers(PossibleSending possible, String name, String value, String told) {
    assertThat(possible.labels().verdict(Matcher.of(name, Operator.EQUAL, value)))
        .as(name + "=" + value + " after " + told)
        .isNotEqualTo(Verdict.NEVER);
  }

  private static String config(Random random) {
    StringBuilder text = new StringBuilder("alerting:\n  alert_relabel_configs:\n");
    int rules = 1 + random.nextInt(3);
    for (int i = 0; i < rules; i++) {
      String names = String.join(", ", any(NAMES, random), any(OPEN_NAMES, random));
      String sources =
          "source_labels: ["
              + (random.nextBoolean() ? any(NAMES, random) : random.nextBoolean() ? names : "")
              + "]";
      String target = "target_label: '" + any(NAMES, random) + "'";
      String regex = "regex: '" + any(REGEXES, random) + "'";
      String rule =
          switch (random.nextInt(10)) {
            case 0 -> "action: keep, " + sources + ", " + regex;
            case 1 -> "action: drop, " + sources + ", " + regex;
            case 2 -> "action: keepequal, " + sources + ", " + target;
            case 3 -> "action: dropequal, " + sources + ", " + target;
            case 4 -> "action: labeldrop, " + regex;
            case 5 -> "action: labelkeep, " + regex;
            case 6 -> "action: labelmap, " + regex + ", replacement: '" + any(TEXTS, random) + "x'";
            case 7 -> "action: hashmod, modulus: 3, " + sources + ", " + target;
            case 8 -> "action: uppercase, " + sources + ", " + target;
            default ->
                sources
                    + ", "
                    + regex
                    + ", target_label: '"
                    + (random.nextInt(4) == 0 ? "t$1" : any(NAMES, random))
                    + "', replacement: '"
                    + any(TEXTS, random)
                    + "'";
          };
      text.append("  - {").append(rule).append("}\n");
    }
    return text.toString();
  }

  private static <T> T any(List<T> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }
}
