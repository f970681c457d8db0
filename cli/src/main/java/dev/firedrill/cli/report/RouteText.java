package dev.firedrill.cli.report;

import dev.firedrill.alertmanager.Inhibition;
import dev.firedrill.alertmanager.Matcher;
import dev.firedrill.alertmanager.Route;
import dev.firedrill.alertmanager.RouteMute;
import dev.firedrill.alertmanager.RouteSettings;
import dev.firedrill.alertmanager.message.Message;
import dev.firedrill.alertmanager.message.MessageField;
import dev.firedrill.alertmanager.route.MatchedRoute;
import dev.firedrill.alertmanager.route.RouteWalk;
import dev.firedrill.alertmanager.silence.Silence;
import dev.firedrill.cli.routing.Explanation;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.Masking;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// An alert's way through the routing tree for people: each node with the reason for each turn,
/// then who is told, how it is grouped, what holds it back, and what would be sent.
///
/// @param walk the alert's way
/// @param at the time given, if one was
/// @param masking hides secrets in what would be sent
public record RouteText(
    Explanation explanation, RouteWalk walk, Optional<Instant> at, Paint paint, Masking masking)
    implements Report {
  @Override
  public void write(Appendable out) throws IOException {
    String path = walk.root().route().location().file().path();
    out.append(walk.labels().toString()).append(" in ").append(path).append("\n\n");
    new RouteTreeText(walk.root(), paint).write(out);
    out.append('\n');
    for (int i = 0; i < walk.matched().size(); i++) {
      Route route = walk.matched().get(i).route();
      matched(out, walk.matched().get(i));
      if (at.isPresent() && RouteMute.isPossible(route)) {
        mute(out, explanation.mutes().get(i), at.get());
      }
      if (!explanation.messages().isEmpty()) {
        messages(out, explanation.messages().get(i));
      }
    }
    for (Inhibition inhibition : explanation.inhibitions()) {
      int line = inhibition.rule().location().start().line();
      out.append(paint.warning("inhibited")).append(" by ").append(inhibition.source().toString());
      out.append(" (inhibition rule at line ").append(String.valueOf(line)).append(")\n");
    }
    for (Silence silence : explanation.silences()) {
      out.append(paint.warning("silenced")).append(" by ").append(silence.id()).append(' ');
      out.append(Matcher.print(silence.matchers()));
      if (silence.endsAt() != Long.MAX_VALUE) {
        out.append(" until ").append(Instant.ofEpochMilli(silence.endsAt()).toString());
      }
      out.append('\n');
    }
  }

  private void matched(Appendable out, MatchedRoute match) throws IOException {
    Route route = match.route();
    RouteSettings settings = route.settings();
    out.append("receiver ").append(paint.strong(route.receiver()));
    out.append(" (").append(route.location().file().path()).append(':');
    out.append(String.valueOf(route.line())).append(')');
    String origin = RouteTitles.origin(settings.receiver());
    out.append(origin.isEmpty() ? "" : paint.faint(" inherited" + origin)).append('\n');
    out.append("  group ").append(match.groupLabels().toString());
    out.append(" by ").append(RouteTitles.groupBy(settings.groupBy().value()));
    out.append(paint.faint(RouteTitles.origin(settings.groupBy()))).append('\n');
    out.append("  wait ").append(RouteTitles.duration(settings.groupWait().value()));
    out.append(paint.faint(RouteTitles.origin(settings.groupWait())));
    out.append(", interval ").append(RouteTitles.duration(settings.groupInterval().value()));
    out.append(paint.faint(RouteTitles.origin(settings.groupInterval())));
    out.append(", repeat ").append(RouteTitles.duration(settings.repeatInterval().value()));
    out.append(paint.faint(RouteTitles.origin(settings.repeatInterval()))).append('\n');
    intervals(out, "muted during ", route.muteTimeIntervals());
    intervals(out, "active only during ", route.activeTimeIntervals());
  }

  private static void intervals(Appendable out, String title, List<Located<String>> names)
      throws IOException {
    if (!names.isEmpty()) {
      out.append("  ").append(title);
      out.append(String.join(", ", names.stream().map(Located::value).toList())).append('\n');
    }
  }

  private void mute(Appendable out, RouteMute mute, Instant time) throws IOException {
    out.append("  ").append(mute.muted() ? paint.warning("muted") : "not muted");
    out.append(" at ").append(time.toString());
    if (mute.muted()) {
      out.append(mute.inactive() ? ", outside of " : " by ")
          .append(String.join(", ", mute.names()));
    }
    out.append('\n');
  }

  private void messages(Appendable out, List<Message> messages) throws IOException {
    if (messages.isEmpty()) {
      out.append("  nothing is sent: the receiver has no integrations\n");
    }
    for (Message message : messages) {
      out.append("  ").append(paint.strong(message.integration())).append('\n');
      for (MessageField field : message.fields()) {
        field(out, field);
      }
    }
  }

  private void field(Appendable out, MessageField field) throws IOException {
    out.append("    ").append(paint.faint(field.title() + ":"));
    out.append(field.failed() ? " " + paint.bad("error:") : "");
    String[] lines = field.text().split("\n", -1);
    for (String line : lines) {
      String masked = masking.mask(line);
      out.append(lines.length == 1 ? " " : masked.isBlank() ? "\n" : "\n      ");
      out.append(masked.stripTrailing());
    }
    out.append('\n');
  }
}
