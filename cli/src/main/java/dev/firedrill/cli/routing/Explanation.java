package dev.firedrill.cli.routing;

import dev.firedrill.alertmanager.Inhibition;
import dev.firedrill.alertmanager.RouteMute;
import dev.firedrill.alertmanager.message.Message;
import dev.firedrill.alertmanager.route.MatchedRoute;
import dev.firedrill.alertmanager.silence.Silence;
import java.util.List;

/// Where an alert goes, and what holds it back.
///
/// @param matched the routes that it goes to, in order
/// @param mutes what the time intervals of each come to; none where no time was given
/// @param inhibitions the rules that mute it
/// @param silences those that cover it
/// @param messages what the integrations of each route's receiver would send; none where that was
///     not asked for
public record Explanation(
    GivenAlert alert,
    List<MatchedRoute> matched,
    List<RouteMute> mutes,
    List<Inhibition> inhibitions,
    List<Silence> silences,
    List<List<Message>> messages) {
  public Explanation {
    matched = List.copyOf(matched);
    mutes = List.copyOf(mutes);
    inhibitions = List.copyOf(inhibitions);
    silences = List.copyOf(silences);
    messages = List.copyOf(messages);
  }

  /// {@return the names of the receivers, in order, with repetitions}
  public List<String> receivers() {
    return matched.stream().map(match -> match.route().receiver()).toList();
  }

  /// {@return whether a route that it goes to is mute}
  public boolean muted() {
    return mutes.stream().anyMatch(RouteMute::muted);
  }
}
