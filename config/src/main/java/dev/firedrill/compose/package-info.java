/// Compose files, as far as they say which files of the repository a container sees: services,
/// their volumes and their command lines.
@NullMarked
package dev.firedrill.compose;

import org.jspecify.annotations.NullMarked;
