package dev.firedrill.cli.amtool;

import dev.firedrill.cli.console.ExitStatus;
import dev.firedrill.cli.console.OrderedOutput;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.input.GoFiles;
import dev.firedrill.cli.kingpin.Invocation;
import dev.firedrill.template.notification.NotificationData;
import dev.firedrill.template.notification.NotificationDataException;
import dev.firedrill.template.notification.NotificationDataReader;
import dev.firedrill.template.notification.NotificationTemplates;
import dev.firedrill.template.notification.RenderOptions;
import dev.firedrill.template.run.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// `amtool template render`: a text with templates, rendered with data of the user or with an
/// example.
record TemplateRender(Session session, OrderedOutput output) {
  int run(Invocation invocation) throws AmtoolException {
    NotificationTemplates templates = TemplateFiles.load(session, invocation.all("template.glob"));
    long now = System.currentTimeMillis();
    String file = invocation.one("template.data");
    NotificationData data = file == null ? NotificationData.example(now) : read(file);
    boolean html = "html".equals(invocation.one("template.type"));
    String text = String.valueOf(invocation.one("template.text"));
    RenderOptions options = html ? RenderOptions.html(now) : RenderOptions.text(now);
    return switch (templates.render(text, data.asValue(), options)) {
      case RunResult.Completed completed -> {
        output.outText(completed.text());
        yield ExitStatus.OK;
      }
      case RunResult.Failed failed -> throw new AmtoolException(failed.message());
    };
  }

  private NotificationData read(String file) throws AmtoolException {
    Path place = session.resolve(file);
    try {
      return NotificationDataReader.read(Files.readString(place));
    } catch (NotificationDataException e) {
      throw new AmtoolException(file + ": " + e.getMessage());
    } catch (IOException e) {
      throw new AmtoolException(GoFiles.problem(place, file));
    }
  }
}
