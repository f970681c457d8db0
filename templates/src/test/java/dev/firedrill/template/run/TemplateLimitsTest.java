package dev.firedrill.template.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.template.notification.NotificationData;
import dev.firedrill.template.notification.NotificationTemplates;
import dev.firedrill.template.notification.RenderOptions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Templates that Go would run until somebody ends them, or until there is no memory left.
class TemplateLimitsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ range 30000 }}{{ range 30000 }}{{ end }}{{ end }}",
        "{{ range 3000000000 }}x{{ end }}",
        "{{ $x := list 1 }}{{ range 400000 }}{{ $x = append $x 1 }}{{ end }}",
        "{{ $x := printf `%100000d` 1 }}{{ range 100000 }}{{ $x = toUpper $x }}{{ end }}",
        "{{ $x := printf `%100000d` 1 }}{{ range 1000 }}{{ match `(a?){200}b` $x }}{{ end }}",
        "{{ range 100000 }}{{ routeLabels `long` }}{{ end }}",
      })
  void endlessWorkComesToAnEnd(String text) {
    assertThat(failure(text)).endsWith("gave up after 5000000 steps");
  }

  @Test
  void textsThatDoubleAreCutShort() {
    for (String doubling :
        List.of(
            "print $x $x",
            "printf `%s%[1]s` $x",
            "println $x $x",
            "reReplaceAll `.` `$0$0` $x",
            "join $x (stringSlice $x $x)")) {
      assertThat(failure("{{ $x := `ab` }}{{ range 40 }}{{ $x = " + doubling + " }}{{ end }}"))
          .as(doubling)
          .containsAnyOf("text is longer than 10000000 characters", "gave up after");
    }
  }

  @Test
  void valuesThatHoldThemselvesOverAndOverAreNotPrinted() {
    for (String printing : List.of("$x", "toJson $x", "printf `%v` $x", "print $x", "html $x")) {
      assertThat(
              failure(
                  "{{ $x := list 1 }}{{ range 40 }}{{ $x = list $x $x }}{{ end }}{{ "
                      + printing
                      + " }}"))
          .as(printing)
          .endsWith("text is longer than 10000000 characters");
    }
  }

  @Test
  void deepValuesAreNotPrinted() {
    assertThat(failure("{{ $x := list 1 }}{{ range 4000 }}{{ $x = list $x }}{{ end }}{{ $x }}"))
        .endsWith("value nested too deeply to print");
  }

  @Test
  void repetitionsBeyondGoAreRefused() {
    assertThat(failure("{{ match `((a{100}){100}){100}` `b` }}"))
        .endsWith("error parsing regexp: invalid repeat count: `{100}`");
  }

  @Test
  void longTextsAreFineWithinTheLimits() {
    RunResult result = render("{{ range 20000 }}{{ printf `%100d` . }}{{ end }}");
    assertThat(result)
        .isInstanceOfSatisfying(
            RunResult.Completed.class, done -> assertThat(done.text()).hasSize(2_000_000));
  }

  private static String failure(String text) {
    return render(text) instanceof RunResult.Failed failed ? failed.message() : "none";
  }

  private static RunResult render(String text) {
    Map<String, String> none = Map.of();
    NotificationData data =
        new NotificationData(
            "r",
            "firing",
            List.of(),
            "",
            none,
            none,
            none,
            Map.of("long", "{{ range 1000 }}x{{ end }}"),
            "");
    return NotificationTemplates.builtIn().render(text, data.asPointer(), RenderOptions.text(0));
  }
}
