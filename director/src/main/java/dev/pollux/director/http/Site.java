package dev.pollux.director.http;

import java.util.Map;
import java.util.TreeMap;

/**
 * What is served, by path such as {@code /metrics}.
 *
 * @param pages what GET shows
 * @param actions what POST does
 */
public record Site(Map<String, Page.Source> pages, Map<String, Page.Action> actions) {

    public Site {
        pages = new TreeMap<>(pages);
        actions = new TreeMap<>(actions);
    }
}
