package dev.firedrill.cli.routing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.firedrill.cli.console.CommandException;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.input.InputFile;
import dev.firedrill.diagnostic.Json;
import dev.firedrill.labels.Labels;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Reads alerts as HTTP APIs give them: the list of Alertmanager's `/api/v2/alerts` and of `amtool
/// alert -o json`, that under `data` of its first version, and that under `data.alerts` of
/// Prometheus's `/api/v1/alerts`. Reads as it goes, since there may be many.
public final class AlertsFile {
  private final JsonParser json;
  private final String path;
  private final List<GivenAlert> alerts = new ArrayList<>();
  private boolean listed;

  private AlertsFile(JsonParser json, String path) {
    this.json = json;
    this.path = path;
  }

  /// {@return the alerts of a file, in its order}
  /// @param path `-` for standard input
  public static List<GivenAlert> read(Session session, String path) throws IOException {
    boolean standard = path.equals(InputFile.STANDARD_INPUT);
    String shown = standard ? InputFile.STANDARD_INPUT_NAME : path;
    try (InputStream in = standard ? session.in() : Files.newInputStream(session.resolve(path));
        JsonParser parser = new JsonFactory().createParser(in)) {
      AlertsFile file = new AlertsFile(parser, shown);
      file.document();
      return file.alerts;
    } catch (JsonProcessingException e) {
      String place =
          e.getLocation() == null
              ? shown
              : shown + ":" + e.getLocation().getLineNr() + ":" + e.getLocation().getColumnNr();
      throw new CommandException(place + ": no JSON: " + Json.problem(e.getOriginalMessage()));
    }
  }

  private void document() throws IOException {
    switch (json.nextToken()) {
      case START_ARRAY -> list();
      case START_OBJECT -> {
        envelope();
        if (!listed) {
          throw new CommandException(
              path + ": expected a list of alerts, or an object with one under data or alerts");
        }
      }
      case null, default -> throw unexpected("a list of alerts");
    }
  }

  private void envelope() throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      JsonToken value = json.nextToken();
      boolean alerts = name.equals("data") || name.equals("alerts");
      // Go writes an empty list as null, too
      listed |= alerts && value != JsonToken.START_OBJECT;
      if (alerts && value == JsonToken.START_ARRAY) {
        list();
      } else if (alerts && value == JsonToken.START_OBJECT) {
        envelope();
      } else {
        json.skipChildren();
      }
    }
  }

  private void list() throws IOException {
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() != JsonToken.START_OBJECT) {
        throw unexpected("an alert: an object with labels");
      }
      alert();
    }
  }

  private void alert() throws IOException {
    Map<String, String> labels = Map.of();
    Map<String, String> annotations = Map.of();
    String startsAt = "";
    String generatorUrl = "";
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "labels" -> labels = texts();
        case "annotations" -> annotations = texts();
        case "startsAt", "activeAt" -> startsAt = json.getValueAsString("");
        case "generatorURL" -> generatorUrl = json.getValueAsString("");
        default -> json.skipChildren();
      }
    }
    alerts.add(new GivenAlert(Labels.of(labels), annotations, startsAt, generatorUrl));
  }

  private Map<String, String> texts() throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      throw unexpected("an object of names and values");
    }
    Map<String, String> texts = new TreeMap<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      if (json.nextToken() != JsonToken.VALUE_STRING) {
        throw unexpected("a text as the value of '" + name + "'");
      }
      texts.put(name, json.getText());
    }
    return texts;
  }

  private CommandException unexpected(String wanted) {
    var place = json.currentTokenLocation();
    return new CommandException(
        path + ":" + place.getLineNr() + ":" + place.getColumnNr() + ": expected " + wanted);
  }
}
