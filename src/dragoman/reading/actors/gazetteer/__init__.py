"""The gazetteer's tables: states, seats of power, places, organisations, groups. Data only."""
