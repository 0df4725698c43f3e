# Everything is mocked: no credentials, no network. `apply` fills in what AWS would have answered.
mock_provider "aws" {
  # The provider checks the shape of a topic's ARN wherever one is named, so a random word will not do.
  mock_resource "aws_sns_topic" {
    defaults = {
      arn = "arn:aws:sns:us-west-2:123456789012:alarms"
    }
  }
}

variables {
  stage = "production"
}

run "alarm_can_fire" {
  command = apply

  assert {
    condition = (
      aws_s3_bucket_metric.requests.bucket == aws_s3_bucket.logs.id && length(aws_s3_bucket_metric.requests.filter) == 0
    )
    error_message = "Requests to the whole logs bucket must be counted."
  }

  assert {
    condition = aws_cloudwatch_metric_alarm.s3_4xx.dimensions == tomap({
      BucketName = aws_s3_bucket.logs.id
      FilterId   = aws_s3_bucket_metric.requests.name
    })
    error_message = "The alarm names no metrics configuration of the logs bucket: it would never fire."
  }

  assert {
    condition = (
      aws_cloudwatch_metric_alarm.s3_4xx.namespace == "AWS/S3"
      && aws_cloudwatch_metric_alarm.s3_4xx.metric_name == "4xxErrors"
      && aws_cloudwatch_metric_alarm.s3_4xx.statistic == "Sum"
      && aws_cloudwatch_metric_alarm.s3_4xx.period == 300
      && aws_cloudwatch_metric_alarm.s3_4xx.evaluation_periods == 1
      && aws_cloudwatch_metric_alarm.s3_4xx.threshold == 1
      && aws_cloudwatch_metric_alarm.s3_4xx.comparison_operator == "GreaterThanOrEqualToThreshold"
    )
    error_message = "One refused request within five minutes must raise the alarm."
  }

  assert {
    condition     = tolist(aws_cloudwatch_metric_alarm.s3_4xx.alarm_actions) == tolist([aws_sns_topic.alarms.arn])
    error_message = "An alarm that notifies nobody is no alarm."
  }

  assert {
    condition     = length(aws_sns_topic_subscription.mail) == 0
    error_message = "Nobody asked for mail."
  }
}

run "dashboard_shows_metrics_that_exist" {
  command = apply

  assert {
    condition = toset([
      for series in flatten([
        for widget in jsondecode(aws_cloudwatch_dashboard.main.dashboard_body).widgets :
        [for metric in try(widget.properties.metrics, []) : join(" ", slice(metric, 1, length(metric)))]
      ]) : series
      ]) == toset([
      "BucketSizeBytes BucketName ${aws_s3_bucket.logs.id} StorageType StandardStorage",
      "AllRequests BucketName ${aws_s3_bucket.logs.id} FilterId ${aws_s3_bucket_metric.requests.name}",
      "4xxErrors BucketName ${aws_s3_bucket.logs.id} FilterId ${aws_s3_bucket_metric.requests.name}",
      "Requests Stage production",
      "Faults Stage production",
      "ColdStarts Stage production",
      "micros Stage production",
    ])
    error_message = "A graph names a metric that neither S3 nor the function publishes: it would stay empty."
  }

  assert {
    condition = alltrue([
      for widget in jsondecode(aws_cloudwatch_dashboard.main.dashboard_body).widgets :
      widget.properties.period == 86400
      if strcontains(jsonencode(widget), "BucketSizeBytes")
    ])
    error_message = "The bucket's size is measured once a day; its graph must use that period."
  }

  assert {
    condition = one([
      for widget in jsondecode(aws_cloudwatch_dashboard.main.dashboard_body).widgets : widget.properties.alarms
      if widget.type == "alarm"
    ]) == [aws_cloudwatch_metric_alarm.s3_4xx.arn]
    error_message = "The dashboard must show the alarm."
  }
}

run "production_has_the_plain_names" {
  command = plan

  assert {
    condition     = aws_cloudwatch_dashboard.main.dashboard_name == "finance-tracker-dashboard"
    error_message = "The dashboard is known by this name."
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.s3_4xx.alarm_name == "finance-tracker-s3-4xx-errors"
    error_message = "The alarm is known by this name."
  }
}

run "qa_does_not_collide_with_production" {
  command = plan

  variables {
    stage       = "qa"
    alarm_email = "owner@example.org"
  }

  assert {
    condition = [
      aws_cloudwatch_dashboard.main.dashboard_name,
      aws_cloudwatch_metric_alarm.s3_4xx.alarm_name,
      aws_sns_topic.alarms.name,
      aws_s3_bucket.logs.bucket_prefix,
      ] == [
      "finance-tracker-dashboard-qa",
      "finance-tracker-s3-4xx-errors-qa",
      "finance-tracker-alarms-qa",
      "finance-tracker-logs-qa-",
    ]
    error_message = "Every name of QA must differ from production's, or one account cannot hold both."
  }

  assert {
    condition     = length(aws_sns_topic_subscription.mail) == 1
    error_message = "An address was given, so it must be subscribed."
  }
}

run "no_other_stage_exists" {
  command = plan

  variables {
    stage = "staging"
  }

  expect_failures = [var.stage]
}
