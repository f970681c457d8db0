package dev.firedrill.alertmanager.message;

import java.util.List;

/// What one integration would send.
///
/// @param integration its kind, such as `slack`
/// @param index its place among those of its kind in the receiver, from 0
/// @param fields the templated fields that come to something, in the order of the declaration
public record Message(String integration, int index, List<MessageField> fields) {
  public Message {
    fields = List.copyOf(fields);
  }
}
