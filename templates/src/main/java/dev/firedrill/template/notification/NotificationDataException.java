package dev.firedrill.template.notification;

/// A text that is no data of a notification.
public final class NotificationDataException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// A failure with Go's words.
  public NotificationDataException(String words) {
    super(words, null, false, false);
  }
}
