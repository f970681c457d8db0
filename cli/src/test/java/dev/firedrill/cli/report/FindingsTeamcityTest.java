package dev.firedrill.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The messages are read by the grammar that TeamCity documents: a name, then attributes in
/// single quotes, in which `|` escapes.
class FindingsTeamcityTest {
  private static final Pattern ATTRIBUTE =
      Pattern.compile(" ([A-Za-z]+)='((?:[^|'\\[\\]]|\\|[|'\\[\\]nr]|\\|0x[0-9a-f]{4})*)'");
  private static final Pattern ESCAPE = Pattern.compile("\\|(0x([0-9a-f]{4})|.)");

  private final List<Message> messages =
      SampleFindings.write(
              new FindingsTeamcity(SampleFindings.judgement(), SampleFindings::relative))
          .lines()
          .map(FindingsTeamcityTest::read)
          .toList();

  private record Message(String name, Map<String, String> attributes) {}

  @Test
  void introduceEachTypeBeforeItsFirstInspection() {
    Set<String> types = new HashSet<>();
    for (Message message : messages) {
      if (message.name().equals("inspectionType")) {
        assertThat(types.add(message.attributes().get("id"))).isTrue();
        assertThat(message.attributes().keySet())
            .containsExactly("id", "name", "category", "description");
      } else if (message.name().equals("inspection")) {
        assertThat(types).contains(message.attributes().get("typeId"));
      }
    }
    assertThat(types).hasSize(4);
  }

  @Test
  void comeBackAsTheyWere() {
    Message error =
        messages.stream()
            .filter(message -> "threshold/bool".equals(message.attributes().get("typeId")))
            .findFirst()
            .orElseThrow();
    assertThat(error.attributes())
        .isEqualTo(
            Map.of(
                "typeId", "threshold/bool",
                "message", SampleFindings.AWKWARD + "\nhelp: leave out `bool`",
                "file", "team a/rules,100%.yml",
                "line", "5",
                "SEVERITY", "ERROR"));
  }

  @Test
  void nameWhatIsSkipped() {
    assertThat(messages.getLast())
        .isEqualTo(
            new Message(
                "message",
                Map.of("text", "skipped chart.yml (Helm or Jinja template)", "status", "WARNING")));
  }

  @Test
  void hideSecrets() {
    assertThat(messages)
        .noneMatch(message -> message.attributes().toString().contains(SampleFindings.SECRET));
  }

  private static Message read(String line) {
    assertThat(line).startsWith("##teamcity[").endsWith("]").matches("[ -~]*");
    String body = line.substring("##teamcity[".length(), line.length() - 1);
    int space = body.indexOf(' ');
    Map<String, String> attributes = new LinkedHashMap<>();
    Matcher matcher = ATTRIBUTE.matcher(body.substring(space));
    int end = 0;
    while (matcher.lookingAt()) {
      attributes.put(matcher.group(1), unescaped(matcher.group(2)));
      end = matcher.end();
      matcher.region(end, body.length() - space);
    }
    assertThat(end).as(line).isEqualTo(body.length() - space);
    return new Message(body.substring(0, space), attributes);
  }

  private static String unescaped(String text) {
    return ESCAPE
        .matcher(text)
        .replaceAll(
            match -> {
              String hex = match.group(2);
              String escape = match.group(1);
              char c =
                  hex != null
                      ? (char) Integer.parseInt(hex, 16)
                      : escape.equals("n") ? '\n' : escape.equals("r") ? '\r' : escape.charAt(0);
              return Matcher.quoteReplacement(String.valueOf(c));
            });
  }
}
