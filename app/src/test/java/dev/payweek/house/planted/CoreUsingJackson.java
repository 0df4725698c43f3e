package dev.payweek.house.planted;

import com.fasterxml.jackson.databind.JsonNode;

/** Stands for a class of the core that uses a library. */
public interface CoreUsingJackson {
    /** Gives away the library. */
    JsonNode tree();
}
