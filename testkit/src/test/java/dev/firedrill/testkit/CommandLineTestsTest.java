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

  private static int count(Program.Invocation invocation) {
    invocation.out().append("one\ntwo\nthree\nfour\n");
    return invocation.arguments().contains("bad") ? 2 : 0;
  }

  private static String shown(String output) {
    String page = "```console\n$ firedrill\n" + output + "```\n";
    String replayed = DocumentExamples.replay(page, CommandLineTestsTest::count);
    return replayed.equals(page) ? "kept" : replayed.substring(23, replayed.length() - 4);
  }

  @Test
  void partsOfAnOutputAreKeptWhereTheyAreStillPrinted() {
    String all = "one\ntwo\nthree\nfour\n";
    assertThat(shown(all)).isEqualTo("kept");
    assertThat(shown("one\n...\nfour\n")).isEqualTo("kept");
    assertThat(shown("...\ntwo\n...\nfour\n")).isEqualTo("kept");
    assertThat(shown("one\ntwo\n...\n")).isEqualTo("kept");
    assertThat(shown("one\n...\ntwo\nthree\nfour\n")).isEqualTo("kept");
    assertThat(shown("two\n...\nfour\n")).isEqualTo(all);
    assertThat(shown("one\n...\nthree\n")).isEqualTo(all);
    assertThat(shown("...\nfour\n...\ntwo\n...\n")).isEqualTo(all);
    assertThat(shown("one\nthree\nfour\n")).isEqualTo(all);
  }

  @Test
  void runsFormsOfCommandsWithoutTheirComments() {
    String page = "```sh\nmvn verify\nfiredrill good   # a bad one\n```\n";
    assertThat(DocumentExamples.replay(page, CommandLineTestsTest::count)).isEqualTo(page);
    String bad = "```sh\n./firedrill bad   # a good one\n```\n";
    assertThatThrownBy(() -> DocumentExamples.replay(bad, CommandLineTestsTest::count))
        .hasMessageContaining("./firedrill bad ended with 2");
  }

  @Test
  void makesRepositoriesByGit() {
    String page =
        """
        ```text title=notes/a.txt
        text
        ```

        ```console
        $ git init --quiet --initial-branch=main
        $ git add --all
        $ git commit --quiet --message=start
        $ git log --format=%an,%s,%as
        Example,start,2026-11-20
        $ git ls-files
        notes/a.txt
        $ cat notes/a.txt
        text
        $ git rev-parse --verify --quiet nothing
        $ echo $?
        1
        ```
        """;
    assertThat(DocumentExamples.replay(page, CommandLineTestsTest::count)).isEqualTo(page);
  }

  @Test
  void refusesCommandsOfOtherPrograms() {
    assertThatThrownBy(() -> Scenario.replay("=== $ rm -r x", CommandLineTestsTest::echo))
        .hasMessageContaining("not a firedrill command");
  }
}
