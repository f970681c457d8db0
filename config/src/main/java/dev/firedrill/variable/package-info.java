/// Placeholders, `${NAME}`, in configuration files, and where their values come from. Values are
/// filled in scalar by scalar, so that every position still points into the file as written.
@NullMarked
package dev.firedrill.variable;

import org.jspecify.annotations.NullMarked;
