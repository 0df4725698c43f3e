resource "aws_sns_topic" "alarms" {
  name = "finance-tracker-alarms${local.suffix}"
}

resource "aws_sns_topic_subscription" "mail" {
  count     = var.alarm_email == "" ? 0 : 1
  topic_arn = aws_sns_topic.alarms.arn
  protocol  = "email"
  endpoint  = var.alarm_email
}

resource "aws_cloudwatch_metric_alarm" "s3_4xx" {
  alarm_name        = "finance-tracker-s3-4xx-errors${local.suffix}"
  alarm_description = "A request to the logs bucket was refused or missed: permissions or configuration are wrong."

  namespace   = "AWS/S3"
  metric_name = "4xxErrors"
  statistic   = "Sum"
  dimensions = {
    # Both from the metrics configuration: request metrics carry its name, and an alarm on another name watches nothing.
    BucketName = aws_s3_bucket_metric.requests.bucket
    FilterId   = aws_s3_bucket_metric.requests.name
  }

  period              = 300
  evaluation_periods  = 1
  comparison_operator = "GreaterThanOrEqualToThreshold"
  threshold           = 1
  # A quiet bucket reports nothing at all, and that is good news.
  treat_missing_data = "notBreaching"

  alarm_actions = [aws_sns_topic.alarms.arn]
  ok_actions    = [aws_sns_topic.alarms.arn]
}

resource "aws_cloudwatch_dashboard" "main" {
  dashboard_name = "finance-tracker-dashboard${local.suffix}"

  dashboard_body = jsonencode({
    widgets = [
      {
        type   = "metric"
        x      = 0
        y      = 0
        width  = 12
        height = 6
        properties = {
          title  = "Size of the logs bucket"
          region = var.region
          view   = "timeSeries"
          stat   = "Average"
          # Storage is measured once a day; a shorter period draws gaps.
          period = 86400
          metrics = [
            ["AWS/S3", "BucketSizeBytes", "BucketName", aws_s3_bucket.logs.id, "StorageType", "StandardStorage"],
          ]
        }
      },
      {
        type   = "metric"
        x      = 12
        y      = 0
        width  = 12
        height = 6
        properties = {
          title  = "Requests to the logs bucket"
          region = var.region
          view   = "timeSeries"
          stat   = "Sum"
          period = 300
          metrics = [
            for metric in ["AllRequests", "4xxErrors"] : [
              "AWS/S3", metric,
              "BucketName", aws_s3_bucket_metric.requests.bucket,
              "FilterId", aws_s3_bucket_metric.requests.name,
            ]
          ]
        }
      },
      {
        type   = "metric"
        x      = 0
        y      = 6
        width  = 12
        height = 6
        properties = {
          title  = "Requests to Payweek"
          region = var.region
          view   = "timeSeries"
          stat   = "Sum"
          period = 300
          # The function writes these into its log, by the names that RequestLog gives them.
          metrics = [for metric in ["Requests", "Faults", "ColdStarts"] : ["Payweek", metric, "Stage", var.stage]]
        }
      },
      {
        type   = "metric"
        x      = 12
        y      = 6
        width  = 12
        height = 6
        properties = {
          title  = "Time to answer, 95 of 100 requests (microseconds)"
          region = var.region
          view   = "timeSeries"
          stat   = "p95"
          period = 300
          metrics = [
            ["Payweek", "micros", "Stage", var.stage],
          ]
        }
      },
      {
        type   = "alarm"
        x      = 0
        y      = 12
        width  = 24
        height = 3
        properties = {
          title  = "Alarms"
          alarms = [aws_cloudwatch_metric_alarm.s3_4xx.arn]
        }
      },
    ]
  })
}
