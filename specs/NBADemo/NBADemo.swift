// NBADemo
