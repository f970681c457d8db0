package dev.firedrill.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.labels.Labels;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IncidentReaderTest {
  @Test
  void readsYaml() {
    Loaded<List<Incident>> loaded =
        read(
            "incidents.yml",
            """
            incidents:
            - name: disk full
              start: 2026-11-20T08:00:00Z
              end: 2026-11-20T09:00:00+00:30
              labels: {instance: db-1}
            - at: 1795161600.5
            """);
    assertThat(loaded.diagnostics()).isEmpty();
    assertThat(loaded.get().orElseThrow())
        .extracting(Incident::name, Incident::start, Incident::end, Incident::labels)
        .containsExactly(
            tuple(
                "disk full", 1_795_161_600_000L, 1_795_163_400_000L, Labels.of("instance", "db-1")),
            tuple("", 1_795_161_600_500L, 1_795_161_600_500L, Labels.EMPTY));
  }

  @Test
  void readsCommaSeparatedValues() {
    Loaded<List<Incident>> loaded =
        read(
            "incidents.csv",
            """
            start,end,name,cluster
            2026-11-20T08:00:00Z,2026-11-20T08:30:00Z,"west, ""all"" of it",west
            # planned
            2026-11-20 09:00:00Z,,,
            """);
    assertThat(loaded.diagnostics()).isEmpty();
    assertThat(loaded.get().orElseThrow())
        .extracting(Incident::name, Incident::end, Incident::labels)
        .containsExactly(
            tuple("west, \"all\" of it", 1_795_163_400_000L, Labels.of("cluster", "west")),
            tuple("", 1_795_165_200_000L, Labels.EMPTY));
  }

  @Test
  void saysWhatIsWrongAndWhere() {
    assertThat(
            problems(
                "incidents.yml",
                """
                - at: yesterday
                - name: nothing
                - start: 2026-11-20T08:00:00Z
                  end: 2026-11-20T07:00:00Z
                - at: 2026-11-20T08:00:00Z
                  start: 2026-11-20T08:00:00Z
                - at: 2026-11-20T08:00:00Z
                  severity: high
                """))
        .containsExactly(
            "1:7 'yesterday' is not a time",
            "2:3 an incident needs a time: at, or start, and end where it lasted",
            "4:8 ends before it starts",
            "5:3 an incident has either at, or start and end",
            "8:3 unknown field 'severity'");
    assertThat(problems("i.csv", "at,name\nsoon,x\n,y\n2026-11-20T08:00:00Z,a,b\n"))
        .containsExactly(
            "2:1 'soon' is not a time",
            "3:1 an incident needs a time: at, or start, and end where it lasted",
            "4:24 there are more cells than the first line names columns");
    assertThat(problems("i.csv", "when,name\n1,x\n"))
        .containsExactly("1:1 the first line has to name a column at or start");
    assertThat(problems("i.yml", "incidents: 5\n")).hasSize(1);
  }

  @Test
  void asksForTheListWhereItHasAnotherName() {
    Loaded<List<Incident>> loaded = read("i.yml", "incident:\n- at: 2026-11-20T08:00:00Z\n");
    assertThat(loaded.diagnostics())
        .extracting(Diagnostic::message, Diagnostic::help)
        .containsExactly(tuple("unknown field 'incident'", "did you mean 'incidents'?"));
    assertThat(read("i.yml", "at: 2026-11-20T08:00:00Z\n").diagnostics())
        .extracting(Diagnostic::help)
        .containsExactly("write a list, each incident after a dash");
    assertThat(problems("i.yml", "many\n")).hasSize(1);
    assertThat(problems("i.yml", "")).isEmpty();
  }

  @Test
  void saysWhereCellsDoNotEnd() {
    assertThat(problems("i.csv", "at,name\n2026-11-20T08:00:00Z,\"half\n"))
        .containsExactly("2:22 the quote is not closed on this line");
    assertThat(problems("i.csv", "at,name\n2026-11-20T08:00:00Z,\"all\" of it\n"))
        .containsExactly("2:27 a quoted cell ends with its quote: double a quote inside it");
    assertThat(problems("i.csv", "at,start\n2026-11-20T08:00:00Z,2026-11-20T08:00:00Z\n"))
        .containsExactly("2:1 an incident has either at, or start and end");
  }

  private static List<String> problems(String path, String text) {
    List<String> problems = new ArrayList<>();
    for (Diagnostic diagnostic : read(path, text).diagnostics()) {
      problems.add(
          diagnostic.location().start().line()
              + ":"
              + diagnostic.location().start().column()
              + " "
              + diagnostic.message());
    }
    return problems;
  }

  private static Loaded<List<Incident>> read(String path, String text) {
    return IncidentReader.read(SourceFile.of(path, text));
  }
}
