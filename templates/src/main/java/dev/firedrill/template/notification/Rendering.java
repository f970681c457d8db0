package dev.firedrill.template.notification;

import dev.firedrill.template.TemplateResult;
import dev.firedrill.template.function.Environment;
import dev.firedrill.template.html.HtmlRun;
import dev.firedrill.template.run.RunOptions;
import dev.firedrill.template.run.RunResult;
import dev.firedrill.template.run.TemplateRun;
import dev.firedrill.template.value.Value;
import dev.firedrill.template.value.ValueFailure;
import java.util.ArrayList;
import java.util.List;

/// One rendering of a text, and what its functions ask for meanwhile.
final class Rendering implements Environment {
  private final NotificationTemplates templates;
  private final Value data;
  private final RenderOptions options;
  // Of all runs together, so that one with route labels is no longer than others.
  private final RunOptions running = RunOptions.alertmanager(this);
  private final List<String> open = new ArrayList<>();

  Rendering(NotificationTemplates templates, Value data, RenderOptions options) {
    this.templates = templates;
    this.data = data;
    this.options = options;
  }

  RunResult render(String text) {
    return render(text, options.html());
  }

  private RunResult render(String text, boolean html) {
    if (text.isEmpty()) {
      return new RunResult.Completed("");
    }
    return switch (templates.parse(text)) {
      case TemplateResult.Rejected rejected -> new RunResult.Failed(rejected.first().text());
      case TemplateResult.Parsed(var set) ->
          html ? HtmlRun.run(set, data, running) : TemplateRun.run(set, data, running);
    };
  }

  @Override
  public long now() {
    return options.now();
  }

  @Override
  public String routeLabel(String name) {
    String text = written(name);
    if (options.routeLabelsRendered()) {
      return text;
    }
    boolean cycle = open.contains(name);
    open.add(name);
    try {
      if (cycle) {
        throw new ValueFailure("route label cycle detected: " + String.join(" -> ", open));
      }
      return switch (render(text, false)) {
        case RunResult.Completed completed -> completed.text();
        case RunResult.Failed failed -> throw new ValueFailure(failed.message());
      };
    } finally {
      open.removeLast();
    }
  }

  private String written(String name) {
    Value labels = data instanceof Value.Struct struct ? struct.fields().get("RouteLabels") : null;
    return labels instanceof Value.Mapping map && map.entries().get(name) instanceof Value.Text text
        ? text.value()
        : "";
  }
}
