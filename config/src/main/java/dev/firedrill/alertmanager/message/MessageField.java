package dev.firedrill.alertmanager.message;

/// A field of a message.
///
/// @param name where it stands in the integration, such as `title` or `fields[0].value`
/// @param text what it comes to; where it failed, why
/// @param failed whether its template failed, with which the integration sends nothing
public record MessageField(String name, String text, boolean failed) {}
