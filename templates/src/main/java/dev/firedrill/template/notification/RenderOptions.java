package dev.firedrill.template.notification;

/// How the text of a notification is rendered.
///
/// @param html whether values are escaped for where they stand in HTML, as the body of an email is
/// @param now the time of the notification, in ms since the epoch
/// @param routeLabelsRendered whether the route's labels are texts already, not templates
public record RenderOptions(boolean html, long now, boolean routeLabelsRendered) {
  /// {@return options for plain text}
  public static RenderOptions text(long now) {
    return new RenderOptions(false, now, false);
  }

  /// {@return options for HTML}
  public static RenderOptions html(long now) {
    return new RenderOptions(true, now, false);
  }
}
