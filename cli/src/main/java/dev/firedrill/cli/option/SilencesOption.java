package dev.firedrill.cli.option;

import com.google.re2j.PatternSyntaxException;
import dev.firedrill.alertmanager.Matcher;
import dev.firedrill.alertmanager.silence.Silence;
import dev.firedrill.alertmanager.silence.SilenceReader;
import dev.firedrill.cli.console.CommandException;
import dev.firedrill.cli.console.RejectedException;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.input.InputFile;
import dev.firedrill.client.ClientException;
import dev.firedrill.client.ServerSilence;
import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Rfc3339;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// `--silences`: silences of files, or of an Alertmanager.
public final class SilencesOption {
  private final Values places;
  private final HttpOptions http;

  /// Declares the option, and how an Alertmanager is asked.
  public SilencesOption(Options options) {
    places =
        options.values(
            "--silences",
            "FILE|URL",
            "silences: Alertmanager's or amtool's JSON, a YAML list, or an Alertmanager to ask");
    http = HttpOptions.of(options);
    http.asks(() -> places.get().stream().anyMatch(SilencesOption::isServer));
  }

  /// {@return whether any place is given}
  public boolean given() {
    return !places.get().isEmpty();
  }

  /// {@return the silences of all places, expired ones left out}
  /// @throws CommandException when one cannot be read or asked
  public List<Silence> read(Session session) throws IOException {
    List<Silence> all = new ArrayList<>();
    for (String place : places.get()) {
      all.addAll(isServer(place) ? asked(session, place) : written(session, place));
    }
    return all;
  }

  private static boolean isServer(String place) {
    return place.startsWith("http://") || place.startsWith("https://");
  }

  private static List<Silence> written(Session session, String file) throws IOException {
    Loaded<List<Silence>> loaded = SilenceReader.read(new InputFile(file, true).read(session));
    if (!loaded.diagnostics().isEmpty()) {
      throw new RejectedException(loaded.diagnostics());
    }
    return loaded.get().orElse(List.of());
  }

  private List<Silence> asked(Session session, String url) throws IOException {
    List<Silence> all = new ArrayList<>();
    try {
      for (ServerSilence silence : http.alertmanager(session, url, "--silences").silences()) {
        if (!silence.state().equals("expired")) {
          all.add(silence(silence));
        }
      }
    } catch (ClientException e) {
      throw new CommandException(String.valueOf(e.getMessage()), e);
    } catch (PatternSyntaxException e) {
      throw new CommandException("a silence has no regular expression: " + e.getMessage(), e);
    }
    return all;
  }

  private static Silence silence(ServerSilence silence) {
    List<Matcher> matchers = new ArrayList<>();
    for (LabelMatcher each : silence.matchers()) {
      matchers.add(Matcher.of(each.name(), each.operator(), each.value()));
    }
    return new Silence(
        silence.id(),
        matchers,
        Rfc3339.parse(silence.startsAt()).map(Instant::toEpochMilli).orElse(Long.MIN_VALUE),
        Rfc3339.parse(silence.endsAt()).map(Instant::toEpochMilli).orElse(Long.MAX_VALUE));
  }
}
