package dev.firedrill.alertmanager.silence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.labels.Labels;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SilenceReaderTest {
  private static final long NOON = Instant.parse("2026-11-21T12:00:00Z").toEpochMilli();

  @Test
  void readsWhatTheApiGives() {
    List<Silence> silences =
        valid(
            """
            [{"id": "a1", "status": {"state": "active"}, "comment": "move",
              "createdBy": "me", "updatedAt": "2026-11-21T10:00:00.000Z",
              "startsAt": "2026-11-21T11:00:00.000Z", "endsAt": "2026-11-21T13:00:00.000Z",
              "matchers": [{"name": "team", "value": "web|api", "isRegex": true, "isEqual": true},
                           {"name": "site", "value": "a", "isRegex": false, "isEqual": false}]},
             {"id": "a2", "status": {"state": "expired"},
              "matchers": [{"name": "team", "value": "db", "isRegex": false}]}]
            """);

    assertThat(silences).singleElement().returns("a1", Silence::id);
    assertThat(silences.getFirst().matchers())
        .map(Object::toString)
        .containsExactly("team=~\"web|api\"", "site!=\"a\"");
    assertThat(silences.getFirst().covers(Labels.of("team", "api"), NOON)).isTrue();
    assertThat(silences.getFirst().covers(Labels.of("team", "api"), NOON + 7_200_000)).isFalse();
  }

  @Test
  void readsAListThatSomebodyWrote() {
    List<Silence> silences =
        valid(
            """
            - matchers: ['team="web"', 'site!=a']
            - id: move
              matchers: [team=db]
              ends_at: 2026-11-21T11:00:00Z
            """);

    assertThat(silences).extracting(Silence::id).containsExactly("line 1", "move");
    assertThat(silences.getFirst().covers(Labels.of("team", "web"), NOON)).isTrue();
    assertThat(silences.getLast().covers(Labels.of("team", "db"), NOON)).isFalse();
  }

  @Test
  void anEmptyFileHoldsNone() {
    assertThat(valid("")).isEmpty();
    assertThat(valid("[]")).isEmpty();
  }

  @Test
  void saysWhatIsWrong() {
    Loaded<List<Silence>> loaded =
        SilenceReader.read(
            SourceFile.of(
                "s.yml",
                """
                - matchers: [team=~"("]
                - matchers: [team=""]
                - matchers: [a=b]
                  endsAt: soon
                - matchers: [{name: a}]
                """));

    assertThat(loaded.diagnostics())
        .extracting(Diagnostic::message)
        .contains(
            "at least one matcher must not match the empty string",
            "cannot parse \"soon\" as a time",
            "a matcher needs a name and a value");
    assertThat(loaded.get().orElseThrow()).isEmpty();
  }

  private static List<Silence> valid(String text) {
    Loaded<List<Silence>> loaded = SilenceReader.read(SourceFile.of("s.yml", text));
    assertThat(loaded.diagnostics()).isEmpty();
    return loaded.get().orElseThrow();
  }
}
