// NBADemoTests
