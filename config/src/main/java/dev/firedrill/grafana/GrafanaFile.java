package dev.firedrill.grafana;

import dev.firedrill.diagnostic.SourceFile;
import java.util.List;

/// A file that provisions Grafana.
///
/// @param contactPoints in the order of the file
/// @param policies the trees of notification policies, one for each organisation
/// @param panels those of a dashboard, nested ones included
public record GrafanaFile(
    SourceFile source,
    List<ContactPoint> contactPoints,
    List<NotificationPolicy> policies,
    List<Panel> panels) {
  public GrafanaFile {
    contactPoints = List.copyOf(contactPoints);
    policies = List.copyOf(policies);
    panels = List.copyOf(panels);
  }

  /// {@return whether comments may stand in it: in JSON there are none}
  public boolean holdsComments() {
    return !source.text().stripLeading().startsWith("{");
  }
}
