"""What stands around the tables of a sheet: titles, notes and facts about what the tables hold."""
