package dev.firedrill.cli.html.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlainTablesTest {
  private final PlainTables tables = new PlainTables();

  @Test
  void escapesTextsAndHidesTheirSecrets() {
    tables.table(
        "<Alerts>",
        List.of("A & B"),
        Stream.of(
            List.of("</noscript><script>"),
            List.of("https://hooks.slack.com/services/T0aa11bb22cc33")));
    assertThat(tables.html())
        .contains("<h2>&lt;Alerts&gt;</h2>", "<th>A &amp; B</th>")
        .contains("<td>&lt;/noscript&gt;&lt;script&gt;</td>")
        .doesNotContain("T0aa11bb22cc33");
  }

  @Test
  void showsTheFirstOfVeryManyRowsAndTheirNumber() {
    tables.table(
        "Rows",
        List.of("Row"),
        Stream.iterate(1, i -> i <= 1234, i -> i + 1).map(i -> List.of("" + i)));
    assertThat(tables.html())
        .contains("<td>500</td>", "and 734 more")
        .doesNotContain("<td>501</td>");
  }

  @Test
  void tellsTimesInTheZoneOfTheStack() {
    tables.stack("Replay", ZoneId.of("Asia/Kolkata"));
    assertThat(tables.time(1_000)).isEqualTo("1970-01-01 05:30:01");
  }

  @Test
  void tellsOfEachIntervalAndNotificationWhereNoScriptRuns(@TempDir Path folder)
      throws IOException {
    Path page = folder.resolve("page.html");
    SamplePage.simulate(page);
    String text = Files.readString(page);
    String told = text.substring(text.indexOf("<noscript>"), text.indexOf("</noscript>"));
    assertThat(told.split("<td>(pending|firing)</td><td>2026-11-20", -1)).hasSize(23);
    assertThat(told)
        .contains("<td>0.3012048192771084</td><td>0.4579439252336449</td>")
        .contains("<td>2026-11-20 08:36:10</td><td>firing</td><td>slack-critical</td>");
  }
}
