package dev.firedrill.alertmanager;

import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.rules.LabelText;
import java.util.List;

/// Somebody to tell: a name and the ways to reach whoever stands behind it.
///
/// @param labels of the receiver (since Alertmanager 0.33), as written
/// @param integrations in the order of the file
public record Receiver(
    Located<String> name,
    List<LabelText> labels,
    List<Integration> integrations,
    Location location) {
  public Receiver {
    labels = List.copyOf(labels);
    integrations = List.copyOf(integrations);
  }
}
