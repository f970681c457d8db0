package dev.firedrill.client;

import java.util.ArrayList;
import java.util.List;
import okio.ByteString;

/// What is asked of an API.
///
/// @param path after the server's own: `/api/v1/query`
/// @param parameters name and value in turn
/// @param form whether the API also takes the parameters as a form, which has no limit of length
/// @param body what is sent instead of parameters; empty for none
record ApiRequest(String path, List<String> parameters, boolean form, ByteString body) {
  // Proxies and servers take URLs of 8 KiB at least; quotes and braces grow threefold.
  private static final int LONGEST_QUERY = 2000;

  ApiRequest {
    parameters = List.copyOf(parameters);
  }

  /// {@return a request without parameters, sent by GET}
  static ApiRequest get(String path) {
    return new ApiRequest(path, List.of(), false, ByteString.EMPTY);
  }

  /// {@return a request without parameters, sent by GET, or by POST as a form when it grows long}
  static ApiRequest query(String path) {
    return new ApiRequest(path, List.of(), true, ByteString.EMPTY);
  }

  /// {@return this with another parameter}
  ApiRequest with(String name, String value) {
    List<String> more = new ArrayList<>(parameters);
    more.add(name);
    more.add(value);
    return new ApiRequest(path, more, form, body);
  }

  /// {@return this with a parameter given several times}
  ApiRequest withAll(String name, List<String> values) {
    ApiRequest all = this;
    for (String value : values) {
      all = all.with(name, value);
    }
    return all;
  }

  /// {@return this with a time in epoch milliseconds}
  ApiRequest withTime(String name, long millis) {
    return with(name, seconds(millis));
  }

  /// {@return milliseconds as the API takes them: seconds, with a fraction where there is one}
  static String seconds(long millis) {
    long whole = Math.floorDiv(millis, 1000);
    long rest = Math.floorMod(millis, 1000);
    return rest == 0
        ? String.valueOf(whole)
        : whole + "." + String.valueOf(1000 + rest).substring(1);
  }

  /// {@return whether the parameters are too long for a URL}
  boolean isLong() {
    int length = 0;
    for (String part : parameters) {
      length += part.length();
    }
    return form && length > LONGEST_QUERY;
  }

  /// {@return what tells this from other requests without a body}
  String key() {
    return path + '\n' + String.join("\n", parameters);
  }
}
