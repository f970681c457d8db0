package dev.firedrill.cli.command;

import dev.firedrill.cli.console.ExitStatus;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.console.UsageException;
import dev.firedrill.cli.input.GoFiles;
import dev.firedrill.cli.option.ConsoleOptions;
import dev.firedrill.cli.option.Options;
import dev.firedrill.cli.option.Value;
import dev.firedrill.cli.option.Values;
import dev.firedrill.rules.GoGlob;
import dev.firedrill.template.notification.NotificationData;
import dev.firedrill.template.notification.NotificationDataException;
import dev.firedrill.template.notification.NotificationDataReader;
import dev.firedrill.template.notification.NotificationTemplates;
import dev.firedrill.template.notification.RenderOptions;
import dev.firedrill.template.run.RunResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// `template render`: the text of a notification, as `amtool template render` prints it.
final class TemplateRender implements Command {
  private final Values globs;
  private final Value text;
  private final Value data;
  private final Value type;

  TemplateRender(Options options) {
    globs = options.values("--template.glob", "GLOB", "files of templates (repeatable)");
    text = options.value("--template.text", "TEXT", "what to render");
    data =
        options.value(
            "--template.data",
            "FILE",
            "what the notification is about, as JSON (default: made up)");
    type = options.value("--template.type", "TYPE", "text (default) or html");
    // There is nothing but the result to print.
    new ConsoleOptions(options);
    options.example(
        "firedrill template render --template.glob 'templates/*.tmpl'"
            + " --template.text '{{ template \"slack.title\" . }}'",
        "what would the title say?");
  }

  @Override
  public int run(Session session) throws IOException {
    String rendered = text.get().orElseThrow(() -> missing("--template.text"));
    boolean html =
        switch (type.orElse("text")) {
          case "text" -> false;
          case "html" -> true;
          case String other ->
              throw new UsageException("--template.type '" + other + "': expected text or html");
        };
    if (globs.get().isEmpty()) {
      throw missing("--template.glob");
    }
    try {
      NotificationTemplates templates = NotificationTemplates.of(files(session));
      if (!templates.errors().isEmpty()) {
        return fail(session, templates.errors().getFirst().text());
      }
      long now = System.currentTimeMillis();
      RenderOptions options = html ? RenderOptions.html(now) : RenderOptions.text(now);
      return switch (templates.render(rendered, data(session, now).asValue(), options)) {
        case RunResult.Completed completed -> {
          session.out().print(completed.text());
          yield ExitStatus.OK;
        }
        case RunResult.Failed failed -> fail(session, failed.message());
      };
    } catch (NotificationDataException e) {
      return fail(session, String.valueOf(e.getMessage()));
    } catch (NoSuchFileException e) {
      return fail(session, GoFiles.problem(session.resolve(e.getFile()), e.getFile()));
    }
  }

  private static UsageException missing(String option) {
    return new UsageException("required flag " + option + " not provided");
  }

  // amtool's exit status for all that goes wrong.
  private static int fail(Session session, String message) {
    session.err().println("firedrill: " + message);
    return ExitStatus.FINDINGS;
  }

  private List<NotificationTemplates.File> files(Session session) throws IOException {
    GoGlob glob = new GoGlob(session.directory());
    List<NotificationTemplates.File> files = new ArrayList<>();
    for (String pattern : globs.get()) {
      for (String path : matches(glob, pattern)) {
        String name = String.valueOf(Path.of(path).getFileName());
        files.add(new NotificationTemplates.File(name, read(session, path)));
      }
    }
    return files;
  }

  private static List<String> matches(GoGlob glob, String pattern) {
    try {
      return glob.files(pattern);
    } catch (IllegalArgumentException e) {
      throw new NotificationDataException(String.valueOf(e.getMessage()));
    }
  }

  private static String read(Session session, String path) throws IOException {
    return new String(Files.readAllBytes(session.resolve(path)), StandardCharsets.UTF_8);
  }

  private NotificationData data(Session session, long now) {
    return data.get()
        .map(
            path -> {
              try {
                return NotificationDataReader.read(read(session, path));
              } catch (NoSuchFileException e) {
                throw new NotificationDataException("open " + path + ": no such file or directory");
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            })
        .orElseGet(() -> NotificationData.example(now));
  }
}
