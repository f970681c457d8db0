/// What the integrations of a receiver would send: their templated fields, rendered as their
/// declarations say.
@NullMarked
package dev.firedrill.alertmanager.message;

import org.jspecify.annotations.NullMarked;
