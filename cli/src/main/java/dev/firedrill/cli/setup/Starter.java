package dev.firedrill.cli.setup;

import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.input.InputFile;
import dev.firedrill.cli.input.Stacks;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.Rule.AlertingRule;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.rules.RuleFiles;
import dev.firedrill.settings.StackFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The files that a repository starts with, from what is in it.
public final class Starter {
  private static final String PRE_COMMIT =
      """
      repos:
      - repo: local
        hooks:
        - id: firedrill-rules-lint
          name: lint alert rules
          language: system
          entry: firedrill rules lint --skip-others
          files: \\.(ya?ml|rules)$
          require_serial: true
        - id: firedrill-rules-test
          name: run unit tests of alert rules
          language: system
          entry: firedrill rules test
          files: \\.(ya?ml|rules)$
          pass_filenames: false
      """;
  private static final String GITHUB =
      """
      name: alerts
      on: [push, pull_request]
      permissions:
        contents: read
      jobs:
        firedrill:
          runs-on: ubuntu-latest
          steps:
          - uses: actions/checkout@v5
          - uses: firedrill/firedrill@v0.1.0
            with: {arguments: rules lint}
          - uses: firedrill/firedrill@v0.1.0
            with: {arguments: rules test}
      """;
  private static final String GITLAB =
      """
      # To be included in .gitlab-ci.yml:  include: [{local: .gitlab/firedrill.yml}]
      # FIREDRILL_URL is where you keep the archive that brings its own Java runtime.
      .firedrill:
        stage: test
        before_script:
        - curl -fsSL "$FIREDRILL_URL/firedrill-0.1.0-linux-x64.tar.gz" | tar -xz
        - export PATH="$PWD/firedrill-0.1.0-linux-x64/bin:$PATH"

      alerts lint:
        extends: .firedrill
        script:
        - firedrill rules lint --format gitlab=gl-code-quality-report.json
        artifacts:
          when: always
          reports:
            codequality: gl-code-quality-report.json

      alerts test:
        extends: .firedrill
        script:
        - firedrill rules test --junit firedrill-tests.xml
        artifacts:
          when: always
          reports:
            junit: firedrill-tests.xml
      """;

  private final Session session;
  private final String folder;
  private final Path place;

  /// A starter for a folder.
  ///
  /// @param folder as the user gave it
  public Starter(Session session, String folder) {
    this.session = session;
    this.folder = folder;
    this.place = session.resolve(folder).toAbsolutePath().normalize();
  }

  /// {@return the files to write, in the order in which they are of use}
  ///
  /// @param files what was found
  /// @param ci `github`, `gitlab` or `none`
  public List<NewFile> files(StackFiles files, String ci) throws IOException {
    List<NewFile> all = new ArrayList<>();
    Optional<NewFile> test = files.tests().isEmpty() ? test(files) : Optional.empty();
    List<Path> tests = test.map(file -> List.of(session.resolve(file.path()))).orElse(List.of());
    all.add(new NewFile(below(".firedrill.yml"), StarterSettings.of(place, files, tests)));
    test.ifPresent(all::add);
    all.add(new NewFile(below(".pre-commit-config.yaml"), PRE_COMMIT));
    switch (ci) {
      case "github" -> all.add(new NewFile(below(".github/workflows/firedrill.yml"), GITHUB));
      case "gitlab" -> all.add(new NewFile(below(".gitlab/firedrill.yml"), GITLAB));
      default -> {
        // None wanted.
      }
    }
    return all;
  }

  private String below(String name) {
    return folder.equals(".") || folder.isEmpty() ? name : Path.of(folder).resolve(name).toString();
  }

  /// A test of the first alert for which one can be made.
  private Optional<NewFile> test(StackFiles files) throws IOException {
    for (Path path : files.rules()) {
      InputFile input = new InputFile(Stacks.shown(session, path), true);
      RuleFile file = RuleFiles.read(input.read(session), RuleFileOptions.DEFAULT).file();
      for (Rule rule : file == null ? List.<Rule>of() : file.rules()) {
        if (rule instanceof AlertingRule alert) {
          Optional<NewFile> test = test(path, alert);
          if (test.isPresent()) {
            return test;
          }
        }
      }
    }
    return Optional.empty();
  }

  private Optional<NewFile> test(Path rules, AlertingRule alert) {
    String name = alert.name().value().replaceAll("[^A-Za-z0-9_-]+", "-");
    String path = below("tests/" + name + "_test.yml");
    Path absolute = rules.toAbsolutePath().normalize();
    String relative = place.resolve("tests").relativize(absolute).toString();
    return StarterTest.of(session.directory(), path, relative, alert)
        .map(text -> new NewFile(path, text));
  }
}
