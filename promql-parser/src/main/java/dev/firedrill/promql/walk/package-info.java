/// Walks over expression trees that do not recurse on long chains. Used by linter and engine alike.
@NullMarked
package dev.firedrill.promql.walk;

import org.jspecify.annotations.NullMarked;
