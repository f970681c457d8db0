package dev.firedrill.client;

import dev.firedrill.labels.Labels;

/// An alert that is pending or firing on a server.
///
/// @param state `pending` or `firing`
/// @param activeAt since when, in RFC 3339
/// @param value as the server prints it
public record ServerAlert(
    Labels labels, Labels annotations, String state, String activeAt, String value) {}
