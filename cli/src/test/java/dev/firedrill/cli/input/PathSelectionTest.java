package dev.firedrill.cli.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.cli.console.CommandException;
import dev.firedrill.cli.console.Session;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PathSelectionTest {
  @TempDir Path folder;

  @BeforeEach
  void files() throws IOException {
    for (String file :
        List.of(
            "rules/b.yml",
            "rules/a.yaml",
            "rules/deep/c.rules",
            "rules/notes.txt",
            "rules/.hidden/d.yml",
            "build/e.yml",
            "top.yml")) {
      Path path = folder.resolve(file);
      Files.createDirectories(path.resolveSibling(""));
      Files.writeString(path, "");
    }
  }

  private List<String> select(String... paths) throws IOException {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    Session session = new Session(folder, InputStream.nullInputStream(), nowhere, nowhere, false);
    return PathSelection.of(session, List.of(paths)).stream().map(InputFile::path).toList();
  }

  @Test
  void searchesFoldersForRuleFilesInOrder() throws IOException {
    assertThat(select("rules"))
        .containsExactly("rules/a.yaml", "rules/b.yml", "rules/deep/c.rules");
    assertThat(select("./rules/")).startsWith("./rules/a.yaml");
  }

  @Test
  void showsPathsInTheCurrentFolderBare() throws IOException {
    assertThat(select(".")).contains("top.yml", "build/e.yml");
  }

  @Test
  void takesNamedFilesWhateverTheirName() throws IOException {
    assertThat(select("rules/notes.txt", "-")).containsExactly("rules/notes.txt", "-");
  }

  @Test
  void expandsGlobs() throws IOException {
    assertThat(select("rules/*.y*ml")).containsExactly("rules/a.yaml", "rules/b.yml");
    assertThat(select("**/*.yml"))
        .containsExactly("build/e.yml", "rules/.hidden/d.yml", "rules/b.yml", "top.yml");
  }

  @Test
  void readsAFileOnceHoweverOftenItIsNamed() throws IOException {
    assertThat(select("rules/b.yml", "rules", "./rules/b.yml"))
        .containsExactly("rules/b.yml", "rules/a.yaml", "rules/deep/c.rules");
  }

  @Test
  void leavesOutWhatGitIgnores() throws IOException {
    Files.createDirectories(folder.resolve(".git"));
    Files.writeString(folder.resolve(".gitignore"), "/build/\n*.rules\n!rules/deep/c.rules\n");
    Files.writeString(folder.resolve("rules/.gitignore"), "# comment\nb.yml\n");
    assertThat(select(".")).containsExactly("rules/a.yaml", "rules/deep/c.rules", "top.yml");
    assertThat(select("rules")).containsExactly("rules/a.yaml", "rules/deep/c.rules");
    assertThat(select("rules/b.yml")).containsExactly("rules/b.yml");
  }

  @Test
  void refusesWhatDoesNotExist() {
    assertThatThrownBy(() -> select("nowhere.yml"))
        .isInstanceOf(CommandException.class)
        .hasMessage("nowhere.yml: no such file or folder");
    assertThatThrownBy(() -> select("rules/*.json"))
        .isInstanceOf(CommandException.class)
        .hasMessage("rules/*.json: no file matches");
  }
}
