/// Incidents that alerts should have told of, as people list them.
@NullMarked
package dev.firedrill.incident;

import org.jspecify.annotations.NullMarked;
