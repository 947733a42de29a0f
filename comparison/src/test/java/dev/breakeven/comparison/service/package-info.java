/** What a service is made of and asked. */
@NullMarked
package dev.breakeven.comparison.service;

import org.jspecify.annotations.NullMarked;
