package dev.firedrill.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The commands are read as GitHub's runner reads them: up to the next `::`, properties parted by
/// commas, both unescaped.
class FindingsGithubTest {
  private static final Pattern COMMAND = Pattern.compile("::([a-z]+) (.*?)::(.*)", Pattern.DOTALL);

  private final List<Command> commands =
      SampleFindings.write(new FindingsGithub(SampleFindings.judgement(), SampleFindings::relative))
          .lines()
          .map(FindingsGithubTest::read)
          .toList();

  private record Command(String word, Map<String, String> properties, String message) {}

  @Test
  void nameTheSeverityAsGithubDoes() {
    assertThat(commands)
        .extracting(Command::word)
        .containsExactly("notice", "error", "warning", "notice", "notice", "notice");
  }

  @Test
  void comeBackAsTheyWere() {
    Command error = commands.get(1);
    assertThat(error.message()).isEqualTo(SampleFindings.AWKWARD + "\nhelp: leave out `bool`");
    assertThat(error.properties())
        .isEqualTo(
            Map.of(
                "file", "team a/rules,100%.yml",
                "line", "5",
                "col", "29",
                "endLine", "5",
                "endColumn", "33",
                "title", "threshold/bool"));
  }

  @Test
  void leaveOutTheEndOfWhatSpansLines() {
    assertThat(commands.get(4).properties()).containsOnlyKeys("file", "line", "col", "title");
  }

  @Test
  void nameWhatIsSkipped() {
    assertThat(commands.getLast().properties())
        .containsEntry("file", "chart.yml")
        .containsEntry("title", "skipped");
    assertThat(commands.getLast().message()).isEqualTo("Helm or Jinja template");
  }

  @Test
  void hideSecrets() {
    assertThat(commands.get(2).message())
        .isEqualTo("no page at https://me:**************@wiki.example.com/disk");
  }

  private static Command read(String line) {
    Matcher matcher = COMMAND.matcher(line);
    assertThat(matcher.matches()).as(line).isTrue();
    Map<String, String> properties = new TreeMap<>();
    for (String property : matcher.group(2).split(",", -1)) {
      String[] parts = property.split("=", 2);
      properties.put(parts[0], data(parts[1].replace("%3A", ":").replace("%2C", ",")));
    }
    return new Command(matcher.group(1), properties, data(matcher.group(3)));
  }

  private static String data(String text) {
    return text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%");
  }
}
