package dev.firedrill.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.firedrill.cli.command.Catalog;
import dev.firedrill.cli.completion.CommandTree;
import dev.firedrill.testkit.Program;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The scripts, run by the shells themselves where they are installed.
class CompletionTest {
  private static final CommandTree TREE = CommandTree.ofAll();

  @TempDir private Path folder;

  private Path script(String shell) throws IOException {
    StringBuilder out = new StringBuilder();
    StringBuilder err = new StringBuilder();
    InProcess.run(new Program.Invocation(folder, "", out, err, List.of("completion", shell)));
    assertThat(err).isEmpty();
    return Files.writeString(folder.resolve("script"), out);
  }

  private static String run(String shell, List<String> arguments)
      throws IOException, InterruptedException {
    Path program = Path.of("/usr/bin", shell);
    assumeTrue(Files.exists(program), shell + " is not installed");
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(arguments);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(out).isZero();
    return out;
  }

  /// {@return what bash offers for the last of some words}
  private List<String> bash(Path script, String... words) throws IOException, InterruptedException {
    String code =
        "source "
            + script
            + "; COMP_WORDS=(\"${@}\"); COMP_CWORD=$(($# - 1)); _firedrill;"
            + " printf '%s\\n' \"${COMPREPLY[@]}\"";
    List<String> arguments = new ArrayList<>(List.of("--norc", "-c", code, "bash", "firedrill"));
    arguments.addAll(List.of(words));
    return run("bash", arguments).lines().filter(line -> !line.isEmpty()).toList();
  }

  @Test
  void bashCompletesCommandsOptionsAndValues() throws IOException, InterruptedException {
    Path script = script("bash");
    assertThat(bash(script, "")).contains("rules", "routes", "init", "help", "--version");
    assertThat(bash(script, "rules", "li")).containsExactly("lint", "list");
    assertThat(bash(script, "help", "rules", "li")).containsExactly("lint", "list");
    assertThat(bash(script, "rules", "lint", "rules.yml", "--list"))
        .containsExactly("--list-checks");
    assertThat(bash(script, "rules", "lint", "--format", "")).contains("text", "json", "sarif");
    assertThat(bash(script, "rules", "lint", "--config", "")).isEmpty();
    assertThat(bash(script, "promql", "matchers", "s")).containsExactly("set");
  }

  @Test
  void bashKnowsAllCommandsAndOptions() throws IOException, InterruptedException {
    Path script = script("bash");
    // One run for all: each command with nothing typed of the next word.
    StringBuilder code = new StringBuilder("source " + script + "\n");
    for (String path : Catalog.paths()) {
      code.append("COMP_WORDS=(firedrill ").append(path).append(" -)\n");
      code.append("COMP_CWORD=").append(path.split(" ", -1).length + 1).append("\n_firedrill\n");
      code.append("echo '").append(path).append(":' ${COMPREPLY[@]}\n");
    }
    Map<String, List<CommandTree.Option>> options = TREE.options();
    List<String> lines = run("bash", List.of("--norc", "-c", code.toString())).lines().toList();
    assertThat(lines).hasSameSizeAs(Catalog.paths());
    for (int i = 0; i < lines.size(); i++) {
      String path = Catalog.paths().get(i);
      List<String> names =
          options.getOrDefault(path, List.of()).stream()
              .flatMap(option -> option.names().stream())
              .toList();
      assertThat(lines.get(i)).isEqualTo(path + ": " + String.join(" ", names));
    }
  }

  @Test
  void fishCompletesWithDescriptions() throws IOException, InterruptedException {
    Path script = script("fish");
    String code = "source " + script + "; ";
    assertThat(run("fish", List.of("--no-config", "-c", code + "complete -C 'firedrill rules li'")))
        .isEqualTo(
            "lint\t"
                + Catalog.summary("rules lint")
                + "\nlist\t"
                + Catalog.summary("rules list")
                + "\n");
    assertThat(
            run(
                "fish",
                List.of("--no-config", "-c", code + "complete -C 'firedrill rules lint x --list'")))
        .startsWith("--list-checks\t");
    assertThat(
            run(
                "fish",
                List.of(
                    "--no-config", "-c", code + "complete -C 'firedrill rules lint --format sa'")))
        .startsWith("sarif\t");
    assertThat(run("fish", List.of("--no-config", "-c", code + "complete -C 'firedrill help hoo'")))
        .startsWith("hook\t");
  }

  @Test
  void zshDescribesWhatItCompletes() throws IOException, InterruptedException {
    Path script = script("zsh");
    // The completion system hands over words and takes descriptions; here functions of ours do.
    String code =
        "compdef() { }; _describe() { local -a all; all=(\"${(@P)argv[-1]}\"); print -l -- $all; };"
            + " _files() { print files; }; compadd() { shift; print -l -- $argv; };"
            + " source "
            + script
            + ";"
            + " complete() { words=(firedrill \"$@\"); CURRENT=$#words; PREFIX=$words[-1];"
            + " _firedrill; };";
    assertThat(run("zsh", List.of("-f", "-c", code + "complete rules ''")).lines())
        .contains("lint:" + Catalog.summary("rules lint"));
    assertThat(run("zsh", List.of("-f", "-c", code + "complete rules lint --l")).lines())
        .anyMatch(line -> line.startsWith("--list-checks:"));
    assertThat(run("zsh", List.of("-f", "-c", code + "complete rules lint ''")))
        .isEqualTo("files\n");
    assertThat(run("zsh", List.of("-f", "-c", code + "complete rules lint --format ''")).lines())
        .contains("sarif", "teamcity");
  }
}
