package dev.firedrill.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.input.FileChanges;
import dev.firedrill.cli.input.InputFile;
import dev.firedrill.rules.test.TestServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestWatchTest {
  @TempDir Path folder;

  private final List<String> ran = new ArrayList<>();
  private final Deque<String> saves = new ArrayDeque<>();

  @BeforeEach
  void writeFiles() throws IOException {
    write("a_rules.yml", "groups: []\n");
    write("b_rules.yml", "groups: []\n");
    write("a_test.yml", "rule_files: [a_rules.yml]\ntests: [{name: a}]\n");
    write("b_test.yml", "rule_files: ['b*_rules.yml']\ntests: [{name: b}]\n");
  }

  @Test
  void runsAgainWhatASavedFileTouches() throws IOException {
    saves.addAll(List.of("a_rules.yml", "b_test.yml", "notes.txt"));
    watch();
    assertThat(ran).containsExactly("a_test.yml b_test.yml", "a_test.yml", "b_test.yml");
  }

  @Test
  void rulesThatComeToMatchAreSeen() throws IOException {
    saves.add("b2_rules.yml=groups: []");
    watch();
    assertThat(ran).containsExactly("a_test.yml b_test.yml", "b_test.yml");
  }

  @Test
  void newTestsAreSeen() throws IOException {
    saves.add("c_test.yml=rule_files: []\ntests: [{name: c}]");
    watch();
    assertThat(ran).containsExactly("a_test.yml b_test.yml", "c_test.yml");
  }

  @Test
  void testsThatFollowOtherRulesNowAreRun() throws IOException {
    saves.addAll(
        List.of(
            "a_test.yml=rule_files: [b_rules.yml]\ntests: [{name: a}]",
            "a_rules.yml",
            "b_rules.yml"));
    watch();
    assertThat(ran).containsExactly("a_test.yml b_test.yml", "a_test.yml", "a_test.yml b_test.yml");
  }

  @Test
  void aFolderOfWhichNoMoreIsKnownTouchesAllInIt() throws IOException {
    saves.add("");
    watch();
    assertThat(ran).containsExactly("a_test.yml b_test.yml", "a_test.yml b_test.yml");
  }

  private void watch() throws IOException {
    StringWriter out = new StringWriter();
    Session session =
        new Session(
            folder,
            InputStream.nullInputStream(),
            new PrintWriter(out),
            new PrintWriter(out),
            false);
    new TestWatch(session, new Saves(), () -> TestServer.NONE, this::files, this::run).run();
  }

  /// Files that are saved one after the other.
  private final class Saves implements FileChanges {
    private Set<Path> watched = Set.of();

    @Override
    public void watch(Set<Path> folders) {
      watched = folders;
    }

    @Override
    public Optional<Set<Path>> next() throws IOException {
      assertThat(watched).contains(folder.toAbsolutePath());
      return saves.isEmpty() ? Optional.empty() : Optional.of(Set.of(save(saves.removeFirst())));
    }
  }

  /// Saves a file, with other content where some is given.
  private Path save(String next) throws IOException {
    int equals = next.indexOf('=');
    String name = equals < 0 ? next : next.substring(0, equals);
    if (equals >= 0) {
      write(name, next.substring(equals + 1));
    }
    return folder.resolve(name).toAbsolutePath().normalize();
  }

  private List<InputFile> files() {
    try (Stream<Path> found = Files.list(folder)) {
      return found
          .map(path -> String.valueOf(path.getFileName()))
          .sorted()
          .map(name -> new InputFile(name, false))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int run(List<InputFile> files) {
    ran.add(String.join(" ", files.stream().map(InputFile::path).toList()));
    return 0;
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
