package dev.firedrill.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CommandLineTestsTest {
  /// Prints its arguments and its input; fails when it has none.
  private static int echo(Program.Invocation invocation) {
    invocation.out().append(String.join("|", invocation.arguments())).append('\n');
    invocation.out().append(invocation.input());
    if (invocation.arguments().isEmpty()) {
      invocation.err().append("nothing given in ").append(invocation.directory()).append('\n');
      return 2;
    }
    return 0;
  }

  @Test
  void replaysAScenarioWithWhatTheCommandsPrint() {
    String story =
        """
        Words.
        === file a.txt
        text
        === $ firedrill 'one word' "two \\"words\\"" three\\ words < a.txt
        old
        === $ firedrill
        === then a.txt
        """;
    assertThat(Scenario.replay(story, CommandLineTestsTest::echo))
        .isEqualTo(
            """
            Words.
            === file a.txt
            text
            === $ firedrill 'one word' "two \\"words\\"" three\\ words < a.txt
            one word|two "words"|three words
            text
            === $ firedrill

            === stderr
            nothing given in DIR
            === exit 2
            === then a.txt
            text
            """);
  }

  @Test
  void replayingTwiceChangesNothing() {
    String story = "=== $ firedrill\n=== $ firedrill a\n";
    String once = Scenario.replay(story, CommandLineTestsTest::echo);
    assertThat(Scenario.replay(once, CommandLineTestsTest::echo)).isEqualTo(once);
  }

  @Test
  void marksTextWithoutALineBreakAtItsEnd() {
    String replayed = Scenario.replay("=== $ firedrill", i -> i.out().append("a").length() - 1);
    assertThat(replayed).isEqualTo("=== $ firedrill\na\n=== unended\n");
    assertThat(Scenario.replay(replayed, i -> i.out().append("a").length() - 1))
        .isEqualTo(replayed);
  }

  @Test
  void replaysTheExamplesOfAPage() {
    String page =
        """
        # Title

        ```text title=in.txt
        text
        ```

        ```console
        $ firedrill a < in.txt
        $ firedrill
        $ echo $?
        ```
        """;
    assertThat(DocumentExamples.replay(page, CommandLineTestsTest::echo))
        .isEqualTo(
            """
            # Title

            ```text title=in.txt
            text
            ```

            ```console
            $ firedrill a < in.txt
            a
            text
            $ firedrill

            nothing given in DIR
            $ echo $?
            2
            ```
            """);
  }

  @Test
  void knowsFencesAroundFences() {
    String page =
        """
        ````text title=in.txt
        ```
        inner
        ```
        ````

        ````console
        $ firedrill a < in.txt
        a
        ```
        inner
        ```
        ````
        """;
    assertThat(DocumentExamples.replay(page, CommandLineTestsTest::echo)).isEqualTo(page);
  }

  @Test
  void refusesCommandsOfOtherPrograms() {
    assertThatThrownBy(() -> Scenario.replay("=== $ rm -r x", CommandLineTestsTest::echo))
        .hasMessageContaining("not a firedrill command");
  }
}
