package dev.firedrill.cli.routing;

import dev.firedrill.labels.Labels;
import java.util.Map;

/// An alert that somebody gives.
///
/// @param annotations by name
/// @param startsAt as given; empty where nothing is said
/// @param generatorUrl where it comes from; empty where nothing is said
public record GivenAlert(
    Labels labels, Map<String, String> annotations, String startsAt, String generatorUrl) {
  public GivenAlert {
    annotations = Map.copyOf(annotations);
  }

  /// {@return an alert of which nothing but labels and annotations is known}
  public static GivenAlert of(Labels labels, Map<String, String> annotations) {
    return new GivenAlert(labels, annotations, "", "");
  }
}
