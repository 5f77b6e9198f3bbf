// NBAFeatures
