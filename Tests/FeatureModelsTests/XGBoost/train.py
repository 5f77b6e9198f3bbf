"""Trains the models that the tests read, and the one that the NBA specs ship, with XGBoost itself.

    train.py FIXTURES MODELS

FIXTURES gets NAME.json, a model as XGBoost writes it, and NAME.csv, rows of values with XGBoost's own
prediction in the last column; a missing value is an empty field. MODELS gets nba_points.json, and FIXTURES
its rows. The same versions write the same bytes: one thread, seeded data.
"""

import csv
import json
import sys
from pathlib import Path

import numpy as np
import xgboost as xgb

COMMON = {"nthread": 1, "seed": 20, "verbosity": 0}

# The feature vector of the NBA pipeline: mean, spread and bounds of made-up values, in the vector's order.
NBA = [
    ("points_avg_last_5", 12, 6, 0, 38), ("points_avg_last_10", 12, 6, 0, 36),
    ("points_avg_season", 12, 5, 0, 34), ("points_std_last_10", 5, 1.8, 0, 14),
    ("games_in_last_7_days", 3, 1, 0, 5), ("fatigue_score", 75, 15, 0, 100),
    ("shot_zone_mismatch_score", 0, 4, -10, 10), ("pace_score", 0, 1.2, -3, 3),
    ("usage_spike_score", 0, 1, -3, 3), ("rest_advantage", 0, 1, -2, 2),
    ("injury_risk", 0, 1, 0, 3), ("recent_trend", 0, 1, -2, 2), ("minutes_change", 0, 1, -2, 2),
    ("opponent_def_rating", 112, 4, 98, 126), ("opponent_pace", 100, 2.5, 92, 108),
    ("home_away", 0.5, 1, 0, 1), ("back_to_back", 0.2, 1, 0, 1), ("playoff_game", 0, 0.5, 0, 1),
    ("pct_paint", 0.35, 0.15, 0, 1), ("pct_mid_range", 0.2, 0.1, 0, 1), ("pct_three", 0.4, 0.15, 0, 1),
    ("pct_free_throw", 0.15, 0.06, 0, 0.5), ("team_pace", 100, 2.5, 92, 108),
    ("team_off_rating", 113, 4, 100, 126), ("team_win_pct", 0.5, 0.15, 0, 1),
]
WHOLE = {"games_in_last_7_days", "rest_advantage", "injury_risk", "recent_trend", "minutes_change",
         "home_away", "back_to_back", "playoff_game"}
SHARES = {"pct_paint", "pct_mid_range", "pct_three", "pct_free_throw", "team_win_pct"}


def small_data(rows=1500):
    """Five values: one with many ties, one of whole numbers, one of 0 and 1, one tiny, one huge."""
    rng = np.random.default_rng(11)
    values = np.column_stack([
        np.round(rng.normal(12, 6, rows), 1), rng.integers(-3, 4, rows), rng.integers(0, 2, rows),
        rng.normal(0, 1e-6, rows), rng.normal(0, 1e9, rows),
    ])
    target = (0.8 * values[:, 0] + 2 * values[:, 1] * values[:, 2] + 1e6 * values[:, 3]
              + 2 * np.sin(values[:, 4] / 5e8) + rng.normal(0, 1, rows))
    values[rng.random(values.shape) < 0.12] = np.nan
    return values, np.round(target, 2), ["points", "trend", "is_home", "tiny", "huge"]


def nba_data(rows=4000):
    rng = np.random.default_rng(25)
    level = rng.gamma(4, 3, rows)
    columns = []
    for name, mean, spread, low, high in NBA:
        noise = rng.normal(0, 1, rows)
        if name.startswith("points_avg"):
            value = level + noise * {"5": 2.5, "0": 1.8, "n": 1}[name[-1]]
        else:
            value = mean + noise * spread
        digits = 0 if name in WHOLE else 4 if name in SHARES else 1
        columns.append(np.round(np.clip(value, low, high), digits))
    values = np.column_stack(columns)
    by_name = dict(zip([row[0] for row in NBA], values.T))
    target = (0.35 * by_name["points_avg_last_5"] + 0.35 * by_name["points_avg_last_10"]
              + 0.3 * by_name["points_avg_season"] + 0.12 * (by_name["opponent_def_rating"] - 112)
              + 0.1 * (by_name["opponent_pace"] - 100) + 0.03 * (by_name["fatigue_score"] - 75)
              + 0.15 * by_name["shot_zone_mismatch_score"] + 0.6 * by_name["home_away"]
              - 0.9 * by_name["back_to_back"] - 0.8 * by_name["injury_risk"] + 0.5 * by_name["recent_trend"]
              + rng.normal(0, 4.5, rows))
    return values, np.round(np.maximum(target, 0)), [row[0] for row in NBA]


def at_the_cuts(model, width):
    """Rows in which one value lies on a cut, or next to it by one step of 32 or of 64 bits."""
    rows = []
    for tree in model["learner"]["gradient_booster"]["model"]["trees"]:
        for left, feature, cut in zip(tree["left_children"], tree["split_indices"], tree["split_conditions"]):
            if left == -1:
                continue
            single = np.float32(cut)
            for value in (single, np.nextafter(single, np.float32(-np.inf)), np.nextafter(float(single), -np.inf)):
                row = np.full(width, np.nan)
                row[feature] = float(value)
                rows.append(row)
    return np.array(rows[:: max(1, len(rows) // 90)])


def extremes(width):
    """Every value the same: zeros of both signs, the ends of 32 bits, nothing at all."""
    smallest, largest = float(np.finfo(np.float32).smallest_subnormal), float(np.finfo(np.float32).max)
    return np.array([[value] * width for value in (0.0, -0.0, smallest, -smallest, largest, -largest, np.nan)])


def write(folder, rows_folder, name, booster, values, names, end=None):
    path = folder / f"{name}.json"
    booster.save_model(path)
    rows = np.vstack([values[:120], at_the_cuts(json.loads(path.read_text()), len(names)), extremes(len(names))])
    until = (0, 0) if end is None else (0, end)
    said = booster.predict(xgb.DMatrix(rows, feature_names=names, nthread=1), iteration_range=until)
    with open(rows_folder / f"{name}.csv", "w", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(names + ["prediction"])
        for row, prediction in zip(rows, said):
            table.writerow(["" if np.isnan(value) else repr(float(value)) for value in row] + [repr(float(prediction))])


def main(fixtures, models):
    values, target, names = small_data()
    data = xgb.DMatrix(values, target, feature_names=names, nthread=1)

    def train(parameters, trees, labels=None, **more):
        if labels is not None:
            data.set_label(labels)
        return xgb.train({**COMMON, **parameters}, data, trees, **more)

    booster = train({"objective": "reg:squarederror", "max_depth": 4, "eta": 0.2}, 15)
    write(fixtures, fixtures, "squared_error", booster, values, names)
    booster = train({"objective": "reg:absoluteerror", "max_depth": 3, "tree_method": "exact"}, 10)
    write(fixtures, fixtures, "absolute_error", booster, values, names)
    booster = train(
        {"objective": "reg:squarederror", "max_depth": 0, "max_leaves": 9, "grow_policy": "lossguide",
         "num_parallel_tree": 3, "subsample": 0.7, "tree_method": "hist"}, 4)
    write(fixtures, fixtures, "parallel_trees", booster, values, names)
    over = (target > 12).astype(float)
    booster = train({"objective": "binary:logistic", "max_depth": 3, "eta": 0.3}, 12, over)
    write(fixtures, fixtures, "logistic", booster, values, names)

    # Stops early: the trees after the best are in the file, and do not count.
    kept = xgb.DMatrix(values[:300], target[:300], feature_names=names, nthread=1)
    rest = xgb.DMatrix(values[300:600], target[300:600], feature_names=names, nthread=1)
    booster = xgb.train(
        {**COMMON, "objective": "reg:squarederror", "max_depth": 3, "eta": 0.9}, kept, 40,
        evals=[(rest, "rest")], early_stopping_rounds=4, verbose_eval=False)
    assert booster.best_iteration + 1 < booster.num_boosted_rounds()
    write(fixtures, fixtures, "stopped_early", booster, values, names, end=booster.best_iteration + 1)

    values, target, names = nba_data()
    data = xgb.DMatrix(values, target, feature_names=names, nthread=1)
    booster = xgb.train({**COMMON, "objective": "reg:squarederror", "max_depth": 3, "eta": 0.2}, data, 30)
    write(models, fixtures, "nba_points", booster, values, names)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
