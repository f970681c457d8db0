package dev.firedrill.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.Fixtures;
import dev.firedrill.alertmanager.RouteSetting.Origin;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.Position;
import dev.firedrill.diagnostic.SourceFile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class AlertmanagerReaderTest {
  private static final String TREE =
      """
      route:
        receiver: mail
        group_by: [alertname, cluster]
        repeat_interval: 12h
        routes:
        - matchers: [team="db", severity=~"warning|critical"]
          receiver: db
          group_wait: 10s
          continue: true
          routes:
          - match_re: {env: 'prod.*'}
            group_by: []
        - match: {team: web}
          group_by: ['...']
      receivers: [{name: mail}, {name: db}]
      """;

  @TestFactory
  Stream<DynamicTest> reportsWhatIsWrongWhereItIs() {
    return Fixtures.of("alertmanager", AlertmanagerReaderTest::rendered);
  }

  // The last line is the one error that Alertmanager would print.
  private static String rendered(SourceFile file) {
    AlertmanagerReading reading = AlertmanagerReader.read(file, AlertmanagerOptions.DEFAULT);
    String found = Fixtures.render(reading.loaded().diagnostics());
    return found + reading.refusal().map(text -> "refused: " + text + "\n").orElse("");
  }

  @Test
  void aChildInheritsWhatItDoesNotWrite() {
    Route db = read(TREE).route().routes().getFirst();

    assertThat(db.settings().receiver().origin()).isEqualTo(Origin.WRITTEN);
    assertThat(db.settings().repeatInterval())
        .returns(Duration.ofHours(12), RouteSetting::value)
        .returns(Origin.INHERITED, RouteSetting::origin);
    assertThat(start(db.settings().repeatInterval()).line()).isEqualTo(4);
    assertThat(db.settings().groupInterval())
        .returns(Duration.ofMinutes(5), RouteSetting::value)
        .returns(Origin.DEFAULT, RouteSetting::origin)
        .returns(null, RouteSetting::location);
  }

  @Test
  void anEmptyGroupByTakesTheParentsLabelsAway() {
    List<Route> all = read(TREE).route().all();

    assertThat(all.get(1).settings().groupBy().value().labels())
        .containsExactly("alertname", "cluster");
    assertThat(all.get(2).settings().groupBy().value()).isEqualTo(GroupBy.NONE);
    assertThat(all.get(3).settings().groupBy().value()).isEqualTo(GroupBy.ALL);
  }

  @Test
  void keysHoldSortedMatchersAndAnchoredOldRegularExpressions() {
    assertThat(read(TREE).route().all())
        .extracting(Route::key)
        .containsExactly(
            "{}",
            "{}/{severity=~\"warning|critical\",team=\"db\"}",
            "{}/{severity=~\"warning|critical\",team=\"db\"}/{env=~\"^(?:prod.*)$\"}",
            "{}/{team=\"web\"}");
  }

  @Test
  void everyMatcherKnowsItsPlace() {
    Located<Matcher> team = read(TREE).route().routes().getFirst().matchers().get(1);

    assertThat(team.value()).hasToString("team=\"db\"");
    assertThat(team.location().start())
        .returns(6, place -> place.line())
        .returns(16, place -> place.column());
    assertThat(team.location().end().column()).isEqualTo(25);
  }

  @Test
  void valuesAreFilledInAndPlacesStayThoseOfTheFile() {
    String text =
        "route: {receiver: '${WHO}', group_wait: '${WAIT}'}\nreceivers: [{name: '${WHO}'}]\n";
    AlertmanagerOptions options =
        new AlertmanagerOptions(MatcherMode.FALLBACK, Map.of("WHO", "somebody", "WAIT", "7s"));
    AlertmanagerReading reading = AlertmanagerReader.read(SourceFile.of("a.yml", text), options);

    assertThat(reading.loaded().diagnostics()).isEmpty();
    Route route = reading.loaded().get().orElseThrow().route();
    assertThat(route.receiver()).isEqualTo("somebody");
    assertThat(route.settings().groupWait().value()).isEqualTo(Duration.ofSeconds(7));
    assertThat(start(route.settings().receiver()).column()).isEqualTo(20);
  }

  @Test
  void withoutVariablesAPlaceholderIsTextLikeAnyOther() {
    String text = "route: {receiver: a, group_wait: '${WAIT}'}\nreceivers: [{name: a}]\n";

    assertThat(
            AlertmanagerReader.read(SourceFile.of("a.yml", text), AlertmanagerOptions.STRICT)
                .refusal())
        .contains("not a valid duration string: \"${WAIT}\"");
  }

  @Test
  void integrationsKeepTheOrderOfTheFile() {
    String text =
        """
        route: {receiver: a}
        receivers:
        - name: a
          webhook_configs: [{url: 'http://x'}]
          email_configs: [{to: a@example.com}, {to: b@example.com}]
        global: {smtp_smarthost: 'localhost:25', smtp_from: a@example.com}
        """;

    assertThat(read(text).receiver("a").orElseThrow().integrations())
        .extracting(integration -> integration.kind() + integration.index())
        .containsExactly("webhook0", "email0", "email1");
  }

  @Test
  void timeIntervalsAndTemplatesAreFoundByName() {
    String text =
        """
        route: {receiver: a, routes: [{mute_time_intervals: [night]}]}
        receivers: [{name: a}]
        time_intervals: [{name: night, time_intervals: [{times: []}]}]
        templates: [a/*.tmpl]
        """;
    AlertmanagerConfig config = read(text);

    assertThat(config.timeInterval("night")).isPresent();
    assertThat(config.timeInterval("day")).isEmpty();
    assertThat(config.templates()).extracting(Object::toString).containsExactly("a/*.tmpl");
  }

  private static Position start(RouteSetting<?> setting) {
    return Optional.ofNullable(setting.location()).orElseThrow().start();
  }

  private static AlertmanagerConfig read(String text) {
    AlertmanagerReading reading =
        AlertmanagerReader.read(SourceFile.of("a.yml", text), AlertmanagerOptions.STRICT);
    assertThat(reading.refusal()).isEmpty();
    return reading.loaded().get().orElseThrow();
  }
}
