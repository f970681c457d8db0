package dev.firedrill.client;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What a server says of itself.
///
/// @param retention how long it keeps samples; null where it does not say
/// @param retentionText as the server says it: `15d or 10GiB`
/// @param startTime as the server says it
public record RuntimeInfo(@Nullable Duration retention, String retentionText, String startTime) {}
